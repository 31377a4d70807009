/** Temporal task queues: workflows on one, activities on one an owning service. */
export const taskQueues = {
  workflows: 'bihuan-workflows',
  registration: 'registration',
  handover: 'handover',
  supervision: 'supervision',
  disclosure: 'disclosure',
  assessment: 'assessment',
} as const;
