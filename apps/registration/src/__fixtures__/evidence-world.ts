import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evidence } from '@bihuan/contracts';
import { painted } from '@bihuan/testing/files';
import type { TestAnswer, TestService } from '@bihuan/testing/service';
import { handler, type Problem } from './ledger-world.ts';

/** A photo that is like no other: evidence is kept once a hazard. */
export function photo(seed: number, format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> {
  return painted({ seed, width: 320, height: 240 })[format]().toBuffer();
}

export interface Piece {
  readonly name?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly caller?: Parameters<TestService['as']>[0];
  readonly key?: string;
}

/** Adds evidence as the campaign office, or as whom the piece says. */
export function added<T = Evidence & Problem>(
  service: TestService,
  hazardNo: string,
  content: Buffer,
  { name = 'photo.jpg', fields = {}, caller = handler, key }: Piece = {},
): Promise<TestAnswer<T>> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return service.as(caller).upload<T>(`/hazards/${hazardNo}/evidence`, form, key);
}

/** Files of the store, half-written ones and those passing through included. */
export async function storedFiles({ objects }: TestService): Promise<string[]> {
  const entries = await readdir(objects, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** Lets the ledger know another state of a hazard. */
export async function putState(service: TestService, hazardNo: string, state: string): Promise<void> {
  await service.database.asSuperuser(
    `INSERT INTO hazard_status (hazard_no, facts, state, marks, overdue, finished, assigned_orgs)
     VALUES ($1, '{}', $2, '{}', false, false, '{}')
     ON CONFLICT (hazard_no) DO UPDATE SET state = excluded.state`,
    [hazardNo, state],
  );
}
