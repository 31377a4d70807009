import type { ErrorCodeEntry } from './entry.ts';

/** Refusals of a photo or document that is to prove something of a hazard. */
export const evidenceCodes = {
  'evidence.notFound': { status: 404, zh: '未找到该证据', en: 'The evidence was not found' },
  'evidence.empty': { status: 422, zh: '文件为空', en: 'The file is empty' },
  'evidence.typeNotAllowed': {
    status: 422,
    zh: '只接受 JPEG、PNG、WebP 照片和 PDF、DOCX、XLSX 文件（不含宏）',
    en: 'Only JPEG, PNG and WebP photos and PDF, DOCX and XLSX documents without macros are taken',
  },
  'evidence.typeMismatch': {
    status: 422,
    zh: '文件名（{name}）与内容（{content}）不符',
    en: 'The name of the file ({name}) does not agree with its content ({content})',
  },
  'evidence.damaged': {
    status: 422,
    zh: '文件已损坏或不完整',
    en: 'The file is damaged or not complete',
  },
  'evidence.tooManyPixels': {
    status: 422,
    zh: '照片超过 {megapixels} 百万像素',
    en: 'The photo has more than {megapixels} megapixels',
  },
  'evidence.thumbnailDiffers': {
    status: 422,
    zh: '照片内嵌的缩略图与照片不符',
    en: 'The thumbnail inside the photo shows something else than the photo',
  },
  'evidence.carriesOther': {
    status: 422,
    zh: '照片中夹带其他内容（网页、压缩包、文件或程序）',
    en: 'The photo carries something else: a page, an archive, a document or a program',
  },
  'evidence.activeContent': {
    status: 422,
    zh: '文件含有脚本或启动程序的动作',
    en: 'The document contains scripts or actions that start programs',
  },
  'evidence.takenInFuture': {
    status: 422,
    zh: '拍摄时间不能晚于今天',
    en: 'The time it was taken cannot be later than today',
  },
  'evidence.alreadyThere': {
    status: 409,
    zh: '该隐患已有相同内容的证据（{id}）',
    en: 'The hazard has evidence of the same content already ({id})',
  },
  'evidence.tooMany': {
    status: 409,
    zh: '一项隐患最多 {most} 件证据',
    en: 'A hazard may have at most {most} pieces of evidence',
  },
  'evidence.tooMuch': {
    status: 409,
    zh: '一项隐患的证据合计最多 {gigabytes} GB',
    en: 'The evidence of a hazard may be at most {gigabytes} GB altogether',
  },
} as const satisfies Record<string, ErrorCodeEntry>;
