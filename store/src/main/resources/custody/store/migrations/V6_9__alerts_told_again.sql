-- An alert of which nobody was to be told any more, and then was again, waited for no rung. The node looks at each such row
-- once, tells what is to be told by now, and notes when the next rung is due, if one is left.
UPDATE alert SET next_step_at = now()
WHERE urging AND next_step_at IS NULL AND acknowledged_at IS NULL AND kind <> 'QUESTION';
