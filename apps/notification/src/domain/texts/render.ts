import type { Language } from '@bihuan/platform/errors';
import type { About } from '../about.ts';
import type { MessageKind, MessageOf } from '../message.ts';
import { en } from './en.ts';
import type { Texts, Written } from './template.ts';
import { zh } from './zh.ts';

const texts: Record<Language, Texts> = { 'zh-CN': zh, en };

/** Writes a message in a language. */
export function render<K extends MessageKind>(
  language: Language,
  message: MessageOf<K>,
  about: About,
): Written {
  return texts[language][message.kind](message.params, about);
}
