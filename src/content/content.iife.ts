import { mountButtons } from './button-manager.ts';
import { startContext } from './context.ts';
import { viewport } from './viewport.ts';

mountButtons(viewport, startContext());
