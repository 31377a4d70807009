/** HTTP status and text of an error code; `{name}` in a text is filled from the error's params. */
export interface ErrorCodeEntry {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}
