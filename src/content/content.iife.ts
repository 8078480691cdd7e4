import { eye } from './eye.ts';
import { keepButtons } from './keeper.ts';
import { takeOver } from './lifetime.ts';

keepButtons(eye, takeOver());
