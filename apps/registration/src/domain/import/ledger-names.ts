import type { Campaign, FieldOfSupervision, Organisation, Place, Standard } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { countyOf, coveredField } from '../where-and-when.ts';
import { normalName } from './words.ts';

/** Days, and spellings of a day, that are kept; a file with more is read with fewer at hand. */
const MOST_DAYS = 400;
const MOST_SPELLINGS = 2_000;

/** A county with its city. */
export interface County {
  readonly county: Place;
  readonly city: Place;
}

/** What names mean on one day. */
interface DayNames {
  readonly places: ReadonlyMap<string, readonly Place[]>;
  readonly fields: ReadonlyMap<string, string>;
  readonly clauses: ReadonlyMap<string, string>;
  /** By the texts that were read. */
  readonly counties: Map<string, County>;
  readonly covered: Map<string, FieldOfSupervision>;
}

/** Names as people write them in the ledger of a campaign: places, fields, standards and clauses, as of a day. */
export class LedgerNames {
  readonly #days = new Map<string, DayNames>();
  /** By code, number and title; two standards of one document share its number. */
  readonly #standards: ReadonlyMap<string, readonly Standard[]>;

  constructor(
    private readonly reference: ReferenceBook,
    private readonly campaign: Campaign,
  ) {
    const named = reference
      .standards()
      .flatMap((standard) => keysOfStandard(standard).map((key) => ({ key, standard })));
    const byKey = Map.groupBy(named, ({ key }) => key);
    this.#standards = new Map([...byKey].map(([key, all]) => [key, all.map(({ standard }) => standard)]));
  }

  /**
   * A county by its code or name, with or without the names of its city and province.
   * @throws import.placeAmbiguous, place.unknown, place.notCounty
   */
  countyOf(text: string, day: string): County {
    const names = this.on(day);
    const seen = names.counties.get(text);
    if (seen) return seen;
    const county = countyOf(this.reference, this.placeCode(names, text), day);
    const found = { county, city: this.reference.requirePlace(county.cityCode, day) };
    return kept(names.counties, text, found);
  }

  /**
   * A field by its code or name, if the campaign covers it.
   * @throws fieldOfSupervision.unknown, campaign.fieldOutside
   */
  fieldOf(text: string, day: string): FieldOfSupervision {
    const names = this.on(day);
    const seen = names.covered.get(text);
    if (seen) return seen;
    const code = names.fields.get(normalName(text)) ?? text.slice(0, 50);
    return kept(names.covered, text, coveredField(this.reference, this.campaign, code, day));
  }

  /**
   * Code of a standard by its code, official number or title, in force or not; of several that of the field. The text
   * itself where none is called so.
   */
  standardCode(text: string, fieldCode: string | undefined): string {
    const called = this.#standards.get(standardKey(text)) ?? [];
    const own = called.find((standard) => standard.fieldCode === fieldCode);
    return (own ?? called[0])?.code ?? text;
  }

  /** The number of a clause as the standard writes it, whatever the width of brackets and digits. */
  clauseNo(standardCode: string, text: string, day: string): string {
    return this.on(day).clauses.get(`${standardCode}/${normalName(text)}`) ?? text;
  }

  /** The organisation that is called so, if one is. */
  organisation(name: string, day: string): Organisation | undefined {
    return this.reference.organisations(day).find(({ nameZh }) => nameZh === name);
  }

  private placeCode({ places }: DayNames, text: string): string {
    const name = normalName(text);
    if (/^\d{6}$/.test(name)) return name;
    const [place, ...others] = places.get(name) ?? [];
    if (!place) throw new DomainError('place.unknown', { params: { code: text.slice(0, 50) } });
    if (others.length === 0) return place.code;
    const cities = new Map([...places.values()].flat().map((each) => [each.code, each.nameZh]));
    const full = [place, ...others].map(
      ({ cityCode, nameZh }) => `${cities.get(cityCode) ?? cityCode}${nameZh}`,
    );
    throw new DomainError('import.placeAmbiguous', {
      params: { text: text.slice(0, 50), places: full.join('、') },
    });
  }

  private on(day: string): DayNames {
    const known = this.#days.get(day);
    if (known) return known;
    if (this.#days.size >= MOST_DAYS) this.#days.clear();
    const names: DayNames = {
      places: placesByName(this.reference.places(day)),
      fields: new Map(
        this.reference
          .fields(day)
          .flatMap(({ code, nameZh, nameEn }) =>
            [code, nameZh, nameEn].map((name) => [normalName(name), code] as const),
          ),
      ),
      clauses: new Map(
        this.reference
          .clauses(day)
          .map(({ standardCode, clauseNo }) => [`${standardCode}/${normalName(clauseNo)}`, clauseNo]),
      ),
      counties: new Map(),
      covered: new Map(),
    };
    this.#days.set(day, names);
    return names;
  }
}

function kept<T>(spellings: Map<string, T>, text: string, meaning: T): T {
  if (spellings.size < MOST_SPELLINGS) spellings.set(text, meaning);
  return meaning;
}

function placesByName(places: readonly Place[]): Map<string, Place[]> {
  const nameOf = new Map(places.map(({ code, nameZh }) => [code, nameZh]));
  const province = places.find(({ level }) => level === 'province')?.nameZh ?? '';
  const named = places.flatMap((place): [string, Place][] => {
    const { nameZh, cityCode, level } = place;
    const within = level === 'county' ? `${nameOf.get(cityCode) ?? ''}${nameZh}` : nameZh;
    const names = new Set([nameZh, within, province + nameZh, province + within]);
    return [...names].map((name) => [normalName(name), place]);
  });
  const byName = Map.groupBy(named, ([name]) => name);
  return new Map([...byName].map(([name, entries]) => [name, entries.map(([, place]) => place)]));
}

function keysOfStandard({ code, issuingNo, titleZh }: Standard): string[] {
  return [code, issuingNo, titleZh].filter((text) => text !== '').map(standardKey);
}

/** Titles stand in book-title marks or not. */
function standardKey(text: string): string {
  return normalName(text.replace(/[《》]/g, ''));
}
