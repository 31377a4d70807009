import { DomainError } from '@bihuan/platform/errors';

/** Asks a rule about a part of the request: the fields it refuses are told with their place in the whole. */
export function below<T>(pointer: string, rule: () => T): T {
  try {
    return rule();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const fields = error.fields.map((field) => ({ ...field, pointer: `${pointer}${field.pointer}` }));
    throw new DomainError(error.code, { params: error.params, fields });
  }
}
