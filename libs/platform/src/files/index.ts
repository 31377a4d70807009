export { type CameraFacts, cameraFacts } from './camera.ts';
export { carriesOther } from './carries-other.ts';
export { DamagedFile } from './damaged-file.ts';
export { type ContentType, contentTypeOf } from './content-type.ts';
export { type OfficeFacts, officeFacts } from './office.ts';
export { type PdfFacts, pdfFacts } from './pdf.ts';
export { type Picture, pictureOf, thumbnailDifference } from './pictures.ts';
export { Turns } from './turns.ts';
