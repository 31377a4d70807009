import type { Organisation } from '@bihuan/contracts';
import type { ReferenceBook } from '@bihuan/platform/reference';

/** The leading group's office: has the list of tracks without a route, and decides refusals. */
export function campaignOffice(reference: ReferenceBook, day: string): Organisation {
  const office = reference.organisations(day).find((organisation) => organisation.campaignOffice);
  if (!office) throw new Error(`no campaign office on ${day}`);
  return office;
}

/** The organisation one level above the office, whose governors decide what was raised; undefined where none is known. */
export function aboveCampaignOffice(reference: ReferenceBook, day: string): Organisation | undefined {
  const { parentCode } = campaignOffice(reference, day);
  return parentCode === null ? undefined : reference.organisation(parentCode, day);
}
