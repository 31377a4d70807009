import { assessmentCodes } from './codes/assessments.ts';
import { clockCodes } from './codes/clocks.ts';
import { correctionCodes } from './codes/corrections.ts';
import type { ErrorCodeEntry } from './codes/entry.ts';
import { evidenceCodes } from './codes/evidence.ts';
import { handoverCodes } from './codes/handovers.ts';
import { importCodes } from './codes/imports.ts';
import { petitionCodes } from './codes/petitions.ts';
import { publicationCodes } from './codes/publication.ts';
import { uploadCodes } from './codes/uploads.ts';
import { webhookCodes } from './codes/webhooks.ts';

/** Closed set of error codes; `{name}` in a text is filled from the error's params. HTTP meaning per RFC 9110, body per RFC 9457. */
export const errorCodes = {
  'request.invalid': { status: 400, zh: '请求内容有误', en: 'The request is not valid' },
  'request.jsonMalformed': { status: 400, zh: '请求体不是有效的 JSON', en: 'The body is not valid JSON' },
  'request.contentType': {
    status: 415,
    zh: '内容类型应为 application/json',
    en: 'The content type must be application/json',
  },
  'request.tooLarge': { status: 413, zh: '请求体过大', en: 'The body is too large' },
  'request.cursorInvalid': { status: 400, zh: '分页游标无效', en: 'The page cursor is not valid' },
  'request.idempotencyKeyInvalid': {
    status: 400,
    zh: 'Idempotency-Key 应为 1 至 200 个可见字符',
    en: 'Idempotency-Key must be 1 to 200 visible characters',
  },
  'request.idempotencyKeyReused': {
    status: 422,
    zh: '同一 Idempotency-Key 已用于另一内容',
    en: 'This Idempotency-Key was used with another body',
  },
  'request.inFlight': {
    status: 409,
    zh: '同一 Idempotency-Key 的请求正在处理',
    en: 'A request with this Idempotency-Key is in progress',
  },
  'field.required': { status: 400, zh: '必填', en: 'Required' },
  'field.invalid': { status: 400, zh: '格式或取值有误', en: 'Wrong format or value' },
  'field.tooLong': { status: 400, zh: '内容过长', en: 'Too long' },
  'field.unknown': { status: 400, zh: '不认识的字段', en: 'Unknown field' },
  'auth.tokenMissing': { status: 401, zh: '请先登录', en: 'Sign in first' },
  'auth.tokenInvalid': { status: 401, zh: '令牌无效', en: 'The token is not valid' },
  'auth.tokenExpired': { status: 401, zh: '令牌已过期', en: 'The token has expired' },
  'auth.noOffice': { status: 403, zh: '该账号没有在任职务', en: 'This account holds no office' },
  'auth.notAllowed': { status: 403, zh: '您的职务无权办理此事', en: 'Your office may not do this' },
  'resource.notFound': { status: 404, zh: '未找到', en: 'Not found' },
  'hazard.notFound': { status: 404, zh: '未找到隐患 {hazardNo}', en: 'Hazard {hazardNo} was not found' },
  'notification.notFound': { status: 404, zh: '未找到该消息', en: 'The message was not found' },
  'notification.personOnly': {
    status: 403,
    zh: '业务系统不能代人确认收到消息，请由任职人员本人确认',
    en: 'A system cannot acknowledge a message for a person: whoever holds the office does',
  },
  'campaign.unknown': { status: 422, zh: '专项行动 {code} 不存在', en: 'Campaign {code} does not exist' },
  'campaign.closed': {
    status: 422,
    zh: '专项行动 {code} 当日不在期内',
    en: 'Campaign {code} is not open on that day',
  },
  'campaign.fieldOutside': {
    status: 422,
    zh: '专项行动 {code} 不包括行业领域 {field}',
    en: 'Campaign {code} does not cover the field {field}',
  },
  'campaign.exists': { status: 409, zh: '专项行动 {code} 已存在', en: 'Campaign {code} exists already' },
  'place.unknown': {
    status: 422,
    zh: '行政区划 {code} 不存在或当日未启用',
    en: 'Place {code} does not exist or is not in force on that day',
  },
  'place.notCounty': {
    status: 422,
    zh: '地点应为县级行政区划',
    en: 'The place must be a county-level division',
  },
  'fieldOfSupervision.unknown': {
    status: 422,
    zh: '行业领域 {code} 不存在',
    en: 'Field of supervision {code} does not exist',
  },
  'standard.unknown': {
    status: 422,
    zh: '判定标准 {code} 不存在',
    en: 'Determination standard {code} does not exist',
  },
  'standard.notInForce': {
    status: 422,
    zh: '判定标准 {code} 在 {date} 未生效或已废止',
    en: 'Determination standard {code} was not in force on {date}',
  },
  'standard.otherField': {
    status: 422,
    zh: '判定标准 {code} 不属于该行业领域',
    en: 'Determination standard {code} does not belong to this field',
  },
  'clause.unknown': {
    status: 422,
    zh: '判定标准 {standard} 没有条款 {clause}',
    en: 'Standard {standard} has no clause {clause}',
  },
  'clause.required': {
    status: 422,
    zh: '该判定标准须引用条款',
    en: 'A clause of this standard must be cited',
  },
  'clause.reasonRequired': {
    status: 422,
    zh: '该判定标准未收录条款，须填写判定理由',
    en: 'No clauses of this standard are supplied: give the reason in writing',
  },
  'unit.creditCodeInvalid': {
    status: 422,
    zh: '统一社会信用代码校验位错误',
    en: 'The unified social credit code has a wrong check digit',
  },
  'hazard.foundInFuture': {
    status: 422,
    zh: '发现日期不能晚于今天',
    en: 'The day it was found cannot be in the future',
  },
  'hazard.deadlinePast': { status: 422, zh: '整改期限已过', en: 'The rectification deadline is in the past' },
  'hazard.deadlineTooFar': {
    status: 422,
    zh: '整改期限最长一年',
    en: 'The rectification deadline may be at most one year ahead',
  },
  'hazard.stateConflict': {
    status: 409,
    zh: '隐患当前状态（{state}）不能办理此事',
    en: 'The hazard is {state}: this cannot be done now',
  },
  'organisation.unknown': { status: 422, zh: '单位 {code} 不存在', en: 'Organisation {code} does not exist' },
  'rectification.planMissing': {
    status: 409,
    zh: '尚未报送整改方案',
    en: 'The rectification plan has not been filed',
  },
  'rectification.completionMissing': {
    status: 409,
    zh: '尚未报告整改完成',
    en: 'Completion has not been reported',
  },
  'acceptance.notApplied': { status: 409, zh: '尚未申请验收', en: 'Acceptance has not been applied for' },
  'acceptance.sameSide': {
    status: 403,
    zh: '验收须由整改方以外的单位进行',
    en: 'Acceptance must be carried out by others than the rectifying side',
  },
  'acceptance.newDeadlineRequired': {
    status: 422,
    zh: '验收未通过须确定新的整改期限',
    en: 'A failed verdict must name a new deadline',
  },
  'strikeOff.notAccepted': {
    status: 409,
    zh: '验收尚未通过，不能销号',
    en: 'Acceptance has not passed: no strike-off',
  },
  'strikeOff.sameSigner': {
    status: 403,
    zh: '销号签批人不能是验收人',
    en: 'Whoever gave the verdict cannot sign the strike-off',
  },
  'calendar.dayUnknown': {
    status: 422,
    zh: '日期不在已存日历内',
    en: 'The day is outside the stored calendar',
  },
  'concurrency.stale': {
    status: 409,
    zh: '内容已被他人修改，请刷新',
    en: 'Somebody changed this meanwhile: reload',
  },
  'reference.notReady': {
    status: 503,
    zh: '基础数据尚未就绪，请稍后再试',
    en: 'Reference data has not arrived yet: try again',
  },
  'service.unavailable': {
    status: 503,
    zh: '服务暂不可用，请稍后再试',
    en: 'The service is unavailable: try again',
  },
  'rate.limited': { status: 429, zh: '请求过于频繁', en: 'Too many requests' },
  ...clockCodes,
  ...handoverCodes,
  ...uploadCodes,
  ...importCodes,
  ...evidenceCodes,
  ...correctionCodes,
  ...petitionCodes,
  ...publicationCodes,
  ...assessmentCodes,
  ...webhookCodes,
  'internal.unexpected': { status: 500, zh: '内部错误', en: 'Internal error' },
} as const satisfies Record<string, ErrorCodeEntry>;

export type ErrorCode = keyof typeof errorCodes;
