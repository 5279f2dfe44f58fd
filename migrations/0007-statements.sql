-- Opening figures and values departments supply stand beside what is recorded: found by their unit and day.
create index record_declared on record (unit, day) where phase = 'declared';
