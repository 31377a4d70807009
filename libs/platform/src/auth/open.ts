import { SetMetadata } from '@nestjs/common';

export const OPEN = 'bihuan:open';

/** Served without a token: health, metrics. */
export const Open = () => SetMetadata(OPEN, true);
