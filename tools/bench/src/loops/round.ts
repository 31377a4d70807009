import type { AcknowledgeHandover, RegisteredReply, RegisterHazard } from '@bihuan/contracts';
import type { Eyes } from './eyes.ts';
import type { Person } from './people.ts';
import type { Services } from './services.ts';

/** Business days of the demonstration deployment. */
const TODAY = '2023-10-09';

const plan = {
  goalAndTask: '办理燃气经营许可，清理露天钢瓶',
  methodAndMeasures: '停业整改，补办许可，增设泄漏报警和强制通风',
  fundsAndMaterials: '自筹 12 万元',
  organisationAndPersons: '企业主要负责人负责，安全科实施',
  timeAndRequirement: '整改期限内完成，每周复查一次',
  safetyAndContingency: '整改期间停止充装，设警戒，修订应急预案',
  funds: 12,
};

const takenOn: AcknowledgeHandover = {
  responsiblePerson: { name: '燃气处负责人' },
  leader: { name: '分管负责人' },
};

/** What is waited for besides what the next command needs. */
export interface Pace {
  /** Between steps. */
  between(hazardNo: string): Promise<unknown>;
  /** Before the city answers. */
  beforeCity?(hazardNo: string): Promise<unknown>;
}

const asSoonAsPossible: Pace = { between: () => Promise.resolve() };

/** Takes a hazard from its registration to its strike-off by the commands of the API. @returns its number */
export async function goRound(
  services: Services,
  eyes: Eyes,
  hazard: RegisterHazard,
  pace = asSoonAsPossible,
): Promise<string> {
  const { hazardNo } = await services.post<RegisteredReply>('registration', '/hazards', 'registrar', hazard);
  const at = (command: string) => `/hazards/${hazardNo}/${command}`;
  const handovers = await eyes.handovers(hazardNo);
  for (const [track, person] of [
    ['industry', 'department'],
    ['territorial', 'city'],
  ] as const) {
    await pace.between(hazardNo);
    if (person === 'city') await pace.beforeCity?.(hazardNo);
    const id = handovers.find((handover) => handover.track === track)?.id;
    await services.post('handover', `/handovers/${String(id)}/acknowledge`, person, takenOn);
  }
  await eyes.rectifying(hazardNo);
  const supervision = async (command: string, person: Person, body: unknown): Promise<void> => {
    await pace.between(hazardNo);
    await services.post('supervision', at(command), person, body);
  };
  await supervision('plan', 'city', plan);
  await supervision('progress', 'city', { percent: 60, note: '报警已安装，许可办理中' });
  await supervision('completion', 'city', { summary: '许可已取得，钢瓶已清理', finishedOn: TODAY });
  await supervision('acceptance/application', 'city', { statement: '整改已完成，申请现场验收' });
  await supervision('acceptance/verdict', 'department', {
    passed: true,
    opinion: '现场核查，整改到位',
    visitedOn: TODAY,
  });
  await supervision('strike-off', 'cityLeader', { opinion: '同意销号' });
  return hazardNo;
}
