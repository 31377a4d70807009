import { composeDirectory } from './places.ts';
import { writeComposeFiles } from './write-files.ts';

// First container of docker-compose.yml: the secrets, and what each of the other containers is told, go into the
// volume they share. The file of compose itself holds no secret.

await writeComposeFiles(composeDirectory, Date.now());
