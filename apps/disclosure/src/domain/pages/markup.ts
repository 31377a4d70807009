/** Text that is HTML already: made by `markup` alone. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Html[] | null;

/** Characters with a meaning in HTML, and those that no page shows: controls, and marks that turn the direction of writing. */
const unsafe = /[&<>"'`]|(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** HTML with values written into it. A value that is not HTML itself is shown as text, whatever it contains. */
export function markup(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(parts.map((part, index) => part + written(values[index] ?? null)).join(''));
}

function written(value: Part): string {
  if (value === null) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return value.replace(unsafe, (character) => escapes[character] ?? '');
  if (typeof value === 'number') return String(value);
  return value.map(({ text }) => text).join('');
}
