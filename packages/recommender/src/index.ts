export type { TrainingEvent, TrainingSession } from './training.ts'
