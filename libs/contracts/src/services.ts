/** The services that own facts, in the order of the loop, then those around it. Each name is also its schema, role, topic and task queue. */
export const owners = [
  'registration',
  'handover',
  'disclosure',
  'supervision',
  'assessment',
  'campaign',
  'notification',
] as const;

export type Owner = (typeof owners)[number];

/** Every process of the product. */
export const services = [...owners, 'gateway', 'identity', 'workflow-worker'] as const;

export type ServiceName = (typeof services)[number];
