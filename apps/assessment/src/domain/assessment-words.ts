import type { FigureDefinition, FigureRevision } from '@bihuan/contracts';
import type { Language } from '@bihuan/platform/errors';
import { overallDefinitions, overallNotes } from '@bihuan/process-core';
import { inLanguage } from './assessment-state.ts';

/** What each figure is called and counts. */
export function definitionsIn(language: Language): FigureDefinition[] {
  return Object.entries(overallDefinitions).map(([figure, { name, text, isDefault }]) => ({
    figure: figure as FigureDefinition['figure'],
    name: inLanguage(name, language),
    text: inLanguage(text, language),
    isDefault,
  }));
}

export function notesIn(language: Language): string[] {
  return overallNotes.map((note) => inLanguage(note, language));
}

/** A revision with the sentence that tells of it; a rate that does not exist is printed as "/". */
export function revisionIn(revision: Omit<FigureRevision, 'text'>, language: Language): FigureRevision {
  const { month, cityName, figure, published, now } = revision;
  const name = inLanguage(overallDefinitions[figure].name, language);
  const [then, recounted] = [String(published ?? '/'), String(now ?? '/')];
  const text = {
    zh: `${cityName}${month}的${name}原通报为${then}，现在计算为${recounted}；原通报不变。`,
    en: `${name} of ${cityName} for ${month} was published as ${then} and would be ${recounted} now; it stays as published.`,
  };
  return { ...revision, text: inLanguage(text, language) };
}
