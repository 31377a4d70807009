export { cameraBlock, type CameraBlockOptions, withCameraBlock } from './camera-block.ts';
export { type Painting, painted } from './paintings.ts';
export { hugePng, pdfOf, programOf, zipOf } from './made-files.ts';
