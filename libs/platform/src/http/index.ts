export { answerWithProblem } from './answer-with-problem.ts';
export { CLIENT_ADDRESS_HEADER, CommandRequest } from './command-request.ts';
export { decodeCursor, encodeCursor } from './cursor.ts';
export { createHttpApp, furnish, httpAdapter, httpAppOptions } from './http-app.ts';
export { type Page, pageOf } from './page-of.ts';
export { IncomingForm, type ReceivedFile, Upload, type UploadRules, UploadsModule } from './upload.ts';
