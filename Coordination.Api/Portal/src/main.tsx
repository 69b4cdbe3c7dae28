import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/App';
import './ui/theme.css';
import './ui/controls.css';
import './app/shell.css';
import './alerts/alerts.css';
import './discharge/discharge.css';
import './discharge/preparation.css';
import './announcement/announcement.css';
import './announcement/follow.css';
import './session/session.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="fr-FR">
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </I18nProvider>
    </StrictMode>,
  );
}
