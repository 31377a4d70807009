/** A vice-governor's office by the fields in charge. Which fields go together is our default: no source gives it. */
export interface ViceGovernor {
  readonly person: string;
  readonly titleZh: string;
  readonly titleEn: string;
}

const viceGovernor = (portfolio: string, zh: string, en: string): ViceGovernor => ({
  person: `vice-governor.${portfolio}`,
  titleZh: `副省长（分管${zh}）`,
  titleEn: `Vice-governor (${en})`,
});

/** `fields.tsv` names them by person. */
export const viceGovernors: readonly ViceGovernor[] = [
  viceGovernor('industry-safety', '工业和安全生产', 'industry and work safety'),
  viceGovernor('construction-transport', '住建和交通', 'construction and transport'),
  viceGovernor('agriculture-water', '农业和水利', 'agriculture and water'),
  viceGovernor('market-culture', '市场监管和文旅', 'market regulation, culture and tourism'),
];
