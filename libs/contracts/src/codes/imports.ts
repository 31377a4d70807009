import type { ErrorCodeEntry } from './entry.ts';

/** Why a whole file cannot be taken in, or an import not be steered. */
const ofFiles = {
  'import.notFound': { status: 404, zh: '未找到该导入', en: 'The import was not found' },
  'import.historyOnlyMajor': {
    status: 422,
    zh: '只有重大事故隐患台账有历史模式',
    en: 'Only a ledger of major hazards can be brought with its history',
  },
  'import.ended': { status: 409, zh: '该导入已结束', en: 'The import has ended already' },
  'import.notEnded': { status: 409, zh: '该导入尚未结束', en: 'The import has not ended yet' },
  'import.fileType': {
    status: 422,
    zh: '文件不是 .xlsx 工作簿，也不是 CSV 文本；含宏的和 .xls 工作簿请另存为 .xlsx',
    en: 'The file is neither an .xlsx workbook nor CSV text; save workbooks with macros and .xls files as .xlsx',
  },
  'import.encoding': {
    status: 422,
    zh: '文本编码应为 UTF-8 或 GB18030',
    en: 'The text must be encoded in UTF-8 or GB18030',
  },
  'import.workbookTooLarge': {
    status: 422,
    zh: '工作簿超过 {megabytes} MB，请改用 CSV 或拆分',
    en: 'The workbook is larger than {megabytes} MB: use CSV, or split it',
  },
  'import.unpacksTooLarge': {
    status: 422,
    zh: '工作簿解压后过大',
    en: 'The workbook is too large once unpacked',
  },
  'import.archiveDamaged': {
    status: 422,
    zh: '工作簿已损坏或不合规范',
    en: 'The workbook is damaged or malformed',
  },
  'import.entities': {
    status: 422,
    zh: '工作簿含有文档类型定义，不予受理',
    en: 'The workbook carries a document type definition, which is not accepted',
  },
  'import.textsTooMany': {
    status: 422,
    zh: '工作簿的文字总量过大，请拆分',
    en: 'The workbook holds too much text: split it',
  },
  'import.columnsTooMany': {
    status: 422,
    zh: '列数超过 {most}',
    en: 'There are more than {most} columns',
  },
  'import.rowsTooMany': { status: 422, zh: '行数超过 {most}', en: 'There are more than {most} rows' },
  'import.cellTooLong': {
    status: 422,
    zh: '第 {row} 行有单元格超过 {most} 字',
    en: 'A cell of row {row} is longer than {most} characters',
  },
  'import.csvMalformed': {
    status: 422,
    zh: '第 {row} 行的引号不成对',
    en: 'The quotation marks of row {row} do not match',
  },
  'import.empty': { status: 422, zh: '文件中没有数据行', en: 'The file has no rows of data' },
  'import.headingMissing': {
    status: 422,
    zh: '缺少必填的列：{columns}',
    en: 'Required columns are missing: {columns}',
  },
  'import.headingTwice': {
    status: 422,
    zh: '同一列出现多次：{columns}',
    en: 'The same column stands there more than once: {columns}',
  },
  'import.rowsRefused': {
    status: 422,
    zh: '有 {bad} 行有误，按全部导入或全部不导入的选择，未导入任何一行',
    en: '{bad} rows have errors: nothing was imported, as all or nothing was asked for',
  },
  'import.rowTooLong': {
    status: 422,
    zh: '第 {row} 行超过 {most} 字',
    en: 'Row {row} is longer than {most} characters',
  },
  'import.tooManyErrors': {
    status: 422,
    zh: '有误的行超过 {most}，已停止',
    en: 'More than {most} rows have errors: the import was stopped',
  },
  'import.fileLost': {
    status: 422,
    zh: '上传的文件已丢失，请重新上传',
    en: 'The uploaded file is lost: send it again',
  },
} as const satisfies Record<string, ErrorCodeEntry>;

/** What is wrong with a row; those that registration knows as well have its codes. */
const ofRows = {
  'import.formula': {
    status: 422,
    zh: '单元格是公式，请改为数值',
    en: 'The cell holds a formula: paste its value',
  },
  'import.merged': {
    status: 422,
    zh: '单元格已合并，请取消合并',
    en: 'The cell is merged with others: split it',
  },
  'import.afterGap': {
    status: 422,
    zh: '此行之前有超过 {most} 个空行，此行及以后未读取',
    en: 'More than {most} empty rows stand above: this row and those below were not read',
  },
  'import.placeAmbiguous': {
    status: 422,
    zh: '“{text}”不止一处：{places}，请写明所在市',
    en: '"{text}" is the name of several places: {places}. Name the city as well',
  },
  'import.word': {
    status: 422,
    zh: '“{text}”应为：{words}',
    en: '"{text}" must be one of: {words}',
  },
  'import.date': {
    status: 422,
    zh: '“{text}”不是日期，应如 2023-05-18',
    en: '"{text}" is not a date such as 2023-05-18',
  },
  'import.month': {
    status: 422,
    zh: '“{text}”不是年月，应如 2023-05',
    en: '"{text}" is not a month such as 2023-05',
  },
  'import.number': {
    status: 422,
    zh: '“{text}”不是 0 至 {most} 的整数',
    en: '"{text}" is not a whole number from 0 to {most}',
  },
  'import.monthRunning': {
    status: 422,
    zh: '该月尚未结束，月底后再报',
    en: 'The month has not ended: bring it afterwards',
  },
  'import.dateFuture': { status: 422, zh: '日期不能晚于今天', en: 'The day cannot be in the future' },
  'import.dateOrder': {
    status: 422,
    zh: '不能早于{earlier}',
    en: 'It cannot be earlier than {earlier}',
  },
  'import.needsColumn': {
    status: 422,
    zh: '须同时填写{column}',
    en: '{column} must be given as well',
  },
  'import.onlyHistory': {
    status: 422,
    zh: '此列仅用于历史台账（历史模式）',
    en: 'This column is for a ledger brought with its history',
  },
  'import.fixedOverFound': {
    status: 422,
    zh: '整改数不能大于发现数',
    en: 'More fixed than found',
  },
  'import.twiceInFile': {
    status: 422,
    zh: '与第 {row} 行重复',
    en: 'The same as row {row}',
  },
  'import.hazardThere': {
    status: 422,
    zh: '台账中已有该隐患：{hazardNo}',
    en: 'The hazard is in the ledger already: {hazardNo}',
  },
  'import.generalThere': {
    status: 422,
    zh: '台账中已有该记录',
    en: 'The record is in the ledger already',
  },
} as const satisfies Record<string, ErrorCodeEntry>;

export const importCodes = { ...ofFiles, ...ofRows } as const satisfies Record<string, ErrorCodeEntry>;
