-- A terminal that never closes keeps its hours on public holidays too.
ALTER TABLE fatong.place ADD COLUMN open_on_holidays boolean NOT NULL DEFAULT false;
