import { render } from 'preact';
import { followLinks } from './base/address';
import { loadVocabulary } from './data/vocabulary';
import { listen } from './data/live';
import { App } from './app';
import './style/tokens.css';
import './style/base.css';
import './style/frame.css';
import './style/parts.css';
import './style/now.css';
import './style/channel.css';
import './style/graph.css';
import './style/matrix.css';
import './style/reader.css';
import './style/search.css';
import './style/brief.css';
import './style/print.css';

const board = document.getElementById('board');
if (board === null) throw new Error('index.html has no #board');

followLinks();
render(<App />, board);
// Names come a moment later; until then codes stand where they will be.
loadVocabulary().catch(() => undefined);
listen();
