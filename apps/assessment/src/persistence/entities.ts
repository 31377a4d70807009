import { CityAssessmentRow } from './city-assessment.entity.ts';
import { EditionCut } from './edition-cut.entity.ts';
import { FigureRevisionRow } from './figure-revision.entity.ts';
import { HazardMeasure } from './hazard-measure.entity.ts';
import { MeasuredHandover } from './measured-handover.entity.ts';
import { MeasuredRound } from './measured-round.entity.ts';
import { MonthAssessment } from './month-assessment.entity.ts';

export const entities = [
  HazardMeasure,
  MeasuredRound,
  MeasuredHandover,
  EditionCut,
  MonthAssessment,
  CityAssessmentRow,
  FigureRevisionRow,
];
