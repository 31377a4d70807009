import type { ServiceName } from '../services.ts';
import type { CampaignMonth } from '../loop/monthly.ts';

/** A page or file that is read without a token. The gateway forwards these paths and no others. */
export interface PublicPage {
  /** With `{name}` for path parameters. */
  readonly path: string;
  readonly service: ServiceName;
}

const ofDisclosure = { service: 'disclosure' } as const;

export const publicPages = {
  editions: { ...ofDisclosure, path: '/public/editions' },
  editionsJson: { ...ofDisclosure, path: '/public/editions.json' },
  editionFile: { ...ofDisclosure, path: '/public/editions/{campaign}/{month}/{file}' },
  publications: { ...ofDisclosure, path: '/public/publications' },
  publication: { ...ofDisclosure, path: '/public/publications/{id}' },
} as const satisfies Record<string, PublicPage>;

/** Files of a frozen edition, in the order in which they are listed. */
export const editionFiles = ['edition.html', 'edition.json', 'manifest.json'] as const;
export type EditionFile = (typeof editionFiles)[number];

export function editionPath({ campaignCode, month }: CampaignMonth, file: EditionFile): string {
  return `${publicPages.editions.path}/${campaignCode}/${month}/${file}`;
}

export function publicationPath(id: string): string {
  return `${publicPages.publications.path}/${id}`;
}
