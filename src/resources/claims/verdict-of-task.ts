/** The verdict that a task is about, as its JSON is written by the database. */
import { jsonObject } from '../../platform/db/json-sql.js';

/** Of a task `t`: the last one submitted from it; of an approval, the one that was recorded last when the task was opened. */
export const verdictOfTask = jsonObject(`
  SELECT d.id FROM verdicts d
  WHERE d.claim_id = t.claim_id
    AND CASE t.stage WHEN 'approval' THEN d.recorded_at <= t.opened_at ELSE d.task_id = t.id END
  ORDER BY CASE t.stage WHEN 'approval' THEN d.recorded_at ELSE d.submitted_at END DESC, d.id DESC LIMIT 1`);
