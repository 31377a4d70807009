/** Languages of the product. */
export type Language = 'zh-CN' | 'en';

const DEFAULT: Language = 'zh-CN';

/** The language that an `Accept-Language` header (RFC 9110 §12.5.4) asks for; Chinese where it asks for neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: DEFAULT, weight: 0 };
  for (const item of (acceptLanguage ?? '').split(',')) {
    const [range = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
    const language = productLanguage(range);
    const weight = weightOf(parameters);
    if (language && weight > best.weight) best = { language, weight };
  }
  return best.language;
}

function productLanguage(range: string): Language | undefined {
  const primary = range.split('-')[0];
  if (primary === 'zh') return 'zh-CN';
  if (primary === 'en') return 'en';
  return range === '*' ? DEFAULT : undefined;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  if (quality === undefined) return 1;
  const weight = Number(quality.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
