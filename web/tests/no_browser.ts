// The little of a browser that modules ask for when they are loaded.
import { vi } from 'vitest';

vi.stubGlobal('location', new URL('http://127.0.0.1/'));
vi.stubGlobal('navigator', { language: 'en' });
vi.stubGlobal('document', { documentElement: { lang: '', dir: '', dataset: {} } });
