export { may, type SheetProps, type StepProps, useStep } from '@/client/step'
