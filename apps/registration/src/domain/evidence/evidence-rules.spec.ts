import type { HazardState, OfficeHeld, Role } from '@bihuan/contracts';
import { evidenceTypes } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { addingOffice } from './adding-office.ts';
import { agreedKind, kindOf } from './evidence-kinds.ts';
import { checkPixels, checkRoom, checkSize, checkThumbnail } from './evidence-limits.ts';

/** The code of what a rule throws; null where it lets pass. */
function codeOf(rule: () => unknown): string | null {
  try {
    rule();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const docm = 'application/vnd.ms-word.document.macroenabled.12';

describe('the kind of a file', () => {
  it.each([
    ['a.jpg', 'image/jpeg'],
    ['现场.JPEG', 'image/jpeg'],
    ['a.b.png', 'image/png'],
    ['a.webp', 'image/webp'],
    ['a.pdf', 'application/pdf'],
    ['a.docx', docx],
    ['a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('%s with the content %s', (name, content) => {
    expect(agreedKind(name, content).mediaType).toBe(content);
  });

  it.each([
    ['photo.jpg', 'application/x-msdownload', 'evidence.typeMismatch'],
    ['photo.jpg', 'image/png', 'evidence.typeMismatch'],
    ['photo.jpg', null, 'evidence.typeMismatch'],
    ['photo', 'image/jpeg', 'evidence.typeMismatch'],
    ['photo.jpg.exe', 'image/jpeg', 'evidence.typeMismatch'],
    ['photo.jpg ', 'image/jpeg', 'evidence.typeMismatch'],
    ['a.docx', docm, 'evidence.typeMismatch'],
    ['a.docx', 'application/zip', 'evidence.typeMismatch'],
    ['a.docm', docm, 'evidence.typeNotAllowed'],
    ['a.svg', 'application/xml', 'evidence.typeNotAllowed'],
    ['a.svg', null, 'evidence.typeNotAllowed'],
    ['a.html', null, 'evidence.typeNotAllowed'],
    ['a.exe', 'application/x-msdownload', 'evidence.typeNotAllowed'],
    ['a.gif', 'image/gif', 'evidence.typeNotAllowed'],
    ['a.heic', 'image/heic', 'evidence.typeNotAllowed'],
    ['a.zip', 'application/zip', 'evidence.typeNotAllowed'],
    ['file', null, 'evidence.typeNotAllowed'],
  ])('%j with the content %s: %s', (name, content, code) => {
    expect(codeOf(() => agreedKind(name, content))).toBe(code);
  });

  it('is known for every type of the contract', () => {
    expect(evidenceTypes.map((type) => kindOf(type)?.mediaType)).toEqual([...evidenceTypes]);
  });
});

describe('limits', () => {
  it.each([
    ['image/jpeg', 20_000_000, null],
    ['image/jpeg', 20_000_001, 'upload.tooLarge'],
    ['image/webp', 20_000_001, 'upload.tooLarge'],
    ['application/pdf', 50_000_000, null],
    [docx, 50_000_000, null],
  ])('%s of %i bytes: %s', (mediaType, bytes, code) => {
    expect(
      codeOf(() => {
        checkSize(kindOf(mediaType)!, bytes);
      }),
    ).toBe(code);
  });

  it.each([
    [10_000, 10_000, null],
    [10_000, 10_001, 'evidence.tooManyPixels'],
    [4_000_000_000, 4_000_000_000, 'evidence.tooManyPixels'],
  ])('%i × %i pixels: %s', (width, height, code) => {
    expect(
      codeOf(() => {
        checkPixels({ width, height });
      }),
    ).toBe(code);
  });

  it.each([
    [null, null],
    [0, null],
    [20, null],
    [20.1, 'evidence.thumbnailDiffers'],
    [255, 'evidence.thumbnailDiffers'],
  ])('a thumbnail %s away: %s', (difference, code) => {
    expect(
      codeOf(() => {
        checkThumbnail(difference);
      }),
    ).toBe(code);
  });

  const states: [HazardState, string | null][] = [
    ['registered', null],
    ['handedOver', null],
    ['rectifying', null],
    ['awaitingAcceptance', null],
    ['struckOff', 'hazard.stateConflict'],
    ['withdrawn', 'hazard.stateConflict'],
  ];
  it.each(states)('a hazard that is %s: %s', (state, code) => {
    expect(
      codeOf(() => {
        checkRoom({ state, pieces: 0, bytes: 0 }, 1);
      }),
    ).toBe(code);
  });

  it.each([
    [199, 0, 1, null],
    [200, 0, 1, 'evidence.tooMany'],
    [1, 1_950_000_000, 50_000_000, null],
    [1, 1_950_000_001, 50_000_000, 'evidence.tooMuch'],
  ])('%i pieces of %i bytes and %i more: %s', (pieces, bytes, more, code) => {
    expect(
      codeOf(() => {
        checkRoom({ state: 'registered', pieces, bytes }, more);
      }),
    ).toBe(code);
  });
});

describe('the office in which evidence is added', () => {
  const office = (role: Role, orgCode: string): OfficeHeld => ({
    orgCode,
    orgName: orgCode,
    level: 'city',
    role,
    campaignOffice: false,
  });

  it.each<Role>(['handler', 'leader', 'system', 'enterprise'])('may be that of the role %s', (role) => {
    expect(addingOffice([office('operations', 'A'), office(role, 'B')]).orgCode).toBe('B');
  });

  it.each<Role>(['governor', 'viceGovernor', 'operations'])('is not that of the role %s', (role) => {
    expect(codeOf(() => addingOffice([office(role, 'A')]))).toBe('auth.notAllowed');
  });
});
