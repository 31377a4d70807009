export { CLIENT_ADDRESS_HEADER, CommandRequest } from './command-request.ts';
export { decodeCursor, encodeCursor } from './cursor.ts';
export { createHttpApp, furnish, httpAdapter } from './http-app.ts';
export { ProblemFilter } from './problem.filter.ts';
export { SchemaPipe } from './schema.pipe.ts';
