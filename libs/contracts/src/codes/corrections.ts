import type { ErrorCodeEntry } from './entry.ts';

export const correctionCodes = {
  'correction.nothingChanged': {
    status: 422,
    zh: '更正内容与现有登记相同',
    en: 'The correction changes nothing',
  },
  'withdrawal.notFound': {
    status: 404,
    zh: '该隐患没有撤销申请',
    en: 'No withdrawal of this hazard was requested',
  },
  'withdrawal.open': {
    status: 409,
    zh: '该隐患已有未办结的撤销申请',
    en: 'A withdrawal of this hazard is open already',
  },
  'withdrawal.decided': {
    status: 409,
    zh: '该撤销申请已作出决定',
    en: 'This withdrawal has been decided already',
  },
  'withdrawal.samePerson': {
    status: 403,
    zh: '撤销的决定人不能是申请人',
    en: 'Whoever requested the withdrawal cannot decide it',
  },
} as const satisfies Record<string, ErrorCodeEntry>;
