import { keepButtons } from './button-manager.ts';
import { takeOver } from './context.ts';
import { eye } from './viewport.ts';

keepButtons(eye, takeOver());
