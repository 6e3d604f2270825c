import { Directory1764000000000 } from '../database/migrations/1764000000000-directory';
import { DirectoryState } from '../features/directory/publication/directory-state.entity';
import { PUBLISHED } from '../features/directory/publication/publication.types';
import { Revision } from '../features/directory/publication/revision.entity';
import { Source } from '../features/directory/listing/source.entity';

/** Every table of the service. A new entity is named here, and a test holds this list against the migrations. */
export const ENTITIES = [...Object.values(PUBLISHED).map((kind) => kind.entity), Source, Revision, DirectoryState];

/** The migration history, oldest first. */
export const MIGRATIONS = [Directory1764000000000];
