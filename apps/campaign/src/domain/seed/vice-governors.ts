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

export const viceGovernors = {
  industrySafety: viceGovernor('industry-safety', '工业和安全生产', 'industry and work safety'),
  constructionTransport: viceGovernor('construction-transport', '住建和交通', 'construction and transport'),
  agricultureWater: viceGovernor('agriculture-water', '农业和水利', 'agriculture and water'),
  marketCulture: viceGovernor('market-culture', '市场监管和文旅', 'market regulation, culture and tourism'),
} as const;
