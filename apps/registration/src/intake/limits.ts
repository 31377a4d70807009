/** What a file may hold. Whoever has more brings several files. */
export const limits = {
  /** Bytes of a workbook as it is sent: it is read from memory. */
  workbookBytes: 30_000_000,
  /** Bytes of all its parts, unpacked. */
  unpackedBytes: 400_000_000,
  /** How many times larger than packed a part may be, from a megabyte on. */
  ratio: 200,
  ratioFrom: 1_000_000,
  parts: 10_000,
  /** Characters and number of a workbook's shared texts. */
  sharedCharacters: 16_000_000,
  sharedTexts: 2_000_000,
  merges: 100_000,
  mergedRows: 1_000_000,
  columns: 256,
  workbookRows: 200_000,
  csvRows: 2_000_000,
  cellCharacters: 32_767,
  /** Characters of one row of a text. */
  recordCharacters: 1_000_000,
  /** Empty rows in a row after which reading ends. */
  emptyRows: 1_000,
} as const;
