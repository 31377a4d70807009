import type { About } from '../about.ts';
import type { MessageKind, MessageParams } from '../message.ts';

/** A message as people read it. */
export interface Written {
  readonly title: string;
  readonly body: string;
}

/** A text for every kind of message, in one language. */
export type Texts = { readonly [K in MessageKind]: (params: MessageParams[K], about: About) => Written };
