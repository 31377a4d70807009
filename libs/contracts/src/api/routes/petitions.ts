import { HazardParams } from '../hazards.ts';
import * as petitions from '../petitions.ts';
import type { RouteSpec } from '../route.ts';

const ofSupervision = { service: 'supervision', tag: 'petitions' } as const;

export const petitionsRoutes = {
  filePetition: {
    method: 'POST',
    path: '/hazards/{no}/petitions',
    ...ofSupervision,
    status: 201,
    summary: { zh: '申请延期', en: 'Petition for an extension' },
    params: HazardParams,
    body: petitions.FilePetition,
    reply: petitions.PetitionReply,
    codes: [
      'hazard.notFound',
      'petition.clockEnded',
      'petition.pending',
      'petition.allowanceUsed',
      'petition.notLater',
      'petition.evidenceUnknown',
      'hazard.deadlinePast',
      'hazard.deadlineTooFar',
    ],
  },
  listPetitions: {
    method: 'GET',
    path: '/hazards/{no}/petitions',
    ...ofSupervision,
    status: 200,
    summary: { zh: '延期申请清单', en: 'Extension petitions of a hazard' },
    params: HazardParams,
    query: petitions.ListPetitions,
    reply: petitions.PetitionPage,
    codes: ['hazard.notFound', 'request.cursorInvalid'],
  },
  decidePetition: {
    method: 'POST',
    path: '/hazards/{no}/petitions/{id}/decision',
    ...ofSupervision,
    status: 200,
    summary: { zh: '决定延期申请', en: 'Decide an extension petition' },
    params: petitions.PetitionParams,
    body: petitions.DecidePetition,
    reply: petitions.PetitionReply,
    codes: [
      'hazard.notFound',
      'petition.notFound',
      'petition.ownPetition',
      'petition.decided',
      'petition.reasonTooShort',
      'petition.beyondAsked',
      'petition.notLater',
      'hazard.deadlinePast',
    ],
  },
} as const satisfies Record<string, RouteSpec>;
