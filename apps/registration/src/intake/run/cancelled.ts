/** Somebody asked to cancel the import. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}
