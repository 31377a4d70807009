import type { ErrorCodeEntry } from './entry.ts';

/** Refusals of what was sent as a file. */
export const uploadCodes = {
  'upload.missing': {
    status: 400,
    zh: '表单中没有名为 file 的文件',
    en: 'The form carries no file named “file”',
  },
  'upload.formExpected': {
    status: 415,
    zh: '应以 multipart/form-data 上传',
    en: 'Send the file as multipart/form-data',
  },
  'upload.tooLarge': {
    status: 413,
    zh: '文件超过 {megabytes} MB',
    en: 'The file is larger than {megabytes} MB',
  },
  'upload.fieldLate': {
    status: 400,
    zh: '表单中其他字段须在文件之前',
    en: 'Fields of the form must stand before the file',
  },
  'upload.oneFile': { status: 400, zh: '一次只能上传一个文件', en: 'Send one file at a time' },
} as const satisfies Record<string, ErrorCodeEntry>;
