/** Search attributes of the loop: few, coarse, no personal data. Values are Temporal's indexed value types. */
export const searchAttributes = {
  BihuanCampaign: 'KEYWORD',
  BihuanCity: 'KEYWORD',
  BihuanField: 'KEYWORD',
  BihuanState: 'KEYWORD',
  BihuanNextDeadline: 'DATETIME',
  BihuanOverdue: 'BOOL',
} as const;
