import type { ErrorCode } from '@bihuan/contracts';
import { describe } from './describe.ts';
import type { Language } from './language.ts';
import { refusalOf } from './refusal.ts';

/** Problem details, RFC 9457. */
export interface Problem {
  readonly type: string;
  /** The kind of problem, the same for every occurrence. */
  readonly title: string;
  readonly status: number;
  /** This occurrence, in words. */
  readonly detail: string;
  readonly code: ErrorCode;
  /** Fields by JSON pointer in URI form, e.g. `#/place/code`. */
  readonly errors: readonly { readonly pointer: string; readonly code: ErrorCode; readonly detail: string }[];
  readonly requestId: string;
}

const titles: Readonly<Record<number, { zh: string; en: string }>> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '未登录或登录已失效', en: 'Not signed in' },
  403: { zh: '无权办理', en: 'Not allowed' },
  404: { zh: '未找到', en: 'Not found' },
  409: { zh: '与当前状态冲突', en: 'Conflict with the current state' },
  413: { zh: '内容过大', en: 'Content too large' },
  415: { zh: '内容类型不受支持', en: 'Unsupported content type' },
  422: { zh: '内容无法受理', en: 'Content cannot be accepted' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  500: { zh: '内部错误', en: 'Internal error' },
  503: { zh: '服务暂不可用', en: 'Service unavailable' },
};

const unnamed = { zh: '请求未能办理', en: 'The request failed' };

/** What a caller is told of an error, in its language. Of an unexpected error nothing but the request id. */
export function toProblem(error: unknown, language: Language, requestId: string): Problem {
  const { code, status, params, fields } = refusalOf(error);
  const title = titles[status] ?? unnamed;
  return {
    type: `urn:bihuan:problem:${code}`,
    title: language === 'en' ? title.en : title.zh,
    status,
    detail: describe(code, params, language),
    code,
    errors: fields.map((field) => ({
      pointer: fragmentOf(field.pointer),
      code: field.code,
      detail: describe(field.code, params, language),
    })),
    requestId,
  };
}

/** A JSON pointer as a URI fragment, RFC 6901 §6. Half surrogate pairs have no UTF-8 form. */
function fragmentOf(pointer: string): string {
  const segments = pointer.replace(/\p{Surrogate}/gu, '\uFFFD').split('/');
  return `#${segments.map(encodeURIComponent).join('/')}`;
}
