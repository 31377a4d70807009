export { AuditConfig } from './audit-config.ts';
export { OwnerTimelineController } from './owner-timeline.controller.ts';
export { Sealer } from './sealer.ts';
export { type ChainFault, type ChainReport, verifyChain } from './verify-chain.ts';
