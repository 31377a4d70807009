import { Edition } from './edition.entity.ts';
import { EditionItem } from './edition-item.entity.ts';
import { EditionMaterial } from './edition-material.entity.ts';
import { Publication } from './publication.entity.ts';

export const entities = [EditionMaterial, Edition, EditionItem, Publication];
