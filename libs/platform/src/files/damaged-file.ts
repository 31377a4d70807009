/** A file that cannot be read as what it begins as. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}
