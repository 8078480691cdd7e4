import { mountButtons } from './button-manager.ts';
import { startContext } from './context.ts';
import { createViewport } from './viewport.ts';

mountButtons(createViewport, startContext());
