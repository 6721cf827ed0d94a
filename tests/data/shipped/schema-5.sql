BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'journal','m001_first_tables','2026-11-22 07:34:10.090707+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'journal','m002_what_a_plan_rests_on','2026-11-22 07:34:10.092390+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'journal','m003_lags_a_plan_rests_on','2026-11-22 07:34:10.092909+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'journal','m004_the_reps_own_side','2026-11-22 07:34:10.094403+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'journal','m005_what_deals_teach','2026-11-22 07:34:10.096907+00:00');
CREATE TABLE account (id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, contract_end TEXT CHECK (contract_end IS date(contract_end, '+0 days'))) STRICT;
INSERT INTO "account" VALUES(1,'Acme','acme','2024-02-08');
INSERT INTO "account" VALUES(3,'New','new',NULL);
INSERT INTO "account" VALUES(4,'Other','other',NULL);
CREATE TABLE account_alias (id INTEGER PRIMARY KEY AUTOINCREMENT, folded TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        account INTEGER NOT NULL REFERENCES account(id)) STRICT;
INSERT INTO "account_alias" VALUES(1,'acme incorporated','acme incorporated',1);
INSERT INTO "account_alias" VALUES(2,'acme inc.','ACME Inc.',1);
INSERT INTO "account_alias" VALUES(3,'the big a','The big A',1);
CREATE TABLE action (id INTEGER PRIMARY KEY AUTOINCREMENT, utc TEXT NOT NULL, zone TEXT NOT NULL, offset INTEGER NOT NULL,
        origin TEXT NOT NULL, label TEXT NOT NULL,
        undone INTEGER, undone_utc TEXT, undone_origin TEXT) STRICT;
INSERT INTO "action" VALUES(1,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','a life',NULL,NULL,NULL);
INSERT INTO "action" VALUES(2,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','log',NULL,NULL,NULL);
INSERT INTO "action" VALUES(3,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','note',NULL,NULL,NULL);
INSERT INTO "action" VALUES(4,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','setback',NULL,NULL,NULL);
INSERT INTO "action" VALUES(5,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','edit',NULL,NULL,NULL);
INSERT INTO "action" VALUES(6,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','log and delete at once',NULL,NULL,NULL);
INSERT INTO "action" VALUES(7,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','goal',NULL,NULL,NULL);
INSERT INTO "action" VALUES(8,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','edit a goal',NULL,NULL,NULL);
INSERT INTO "action" VALUES(9,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','redate',NULL,NULL,NULL);
INSERT INTO "action" VALUES(10,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','check in',NULL,NULL,NULL);
INSERT INTO "action" VALUES(11,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','check in again',NULL,NULL,NULL);
INSERT INTO "action" VALUES(12,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','plan',NULL,NULL,NULL);
INSERT INTO "action" VALUES(13,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','setting',NULL,NULL,NULL);
INSERT INTO "action" VALUES(14,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','setting again',NULL,NULL,NULL);
INSERT INTO "action" VALUES(15,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','day off',NULL,NULL,NULL);
INSERT INTO "action" VALUES(16,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','purpose',NULL,NULL,NULL);
INSERT INTO "action" VALUES(17,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','deal',NULL,NULL,NULL);
INSERT INTO "action" VALUES(18,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','won',NULL,NULL,NULL);
INSERT INTO "action" VALUES(19,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','follow-up',NULL,NULL,NULL);
INSERT INTO "action" VALUES(20,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','done',NULL,NULL,NULL);
INSERT INTO "action" VALUES(21,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','next step',NULL,NULL,NULL);
INSERT INTO "action" VALUES(22,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','morning',NULL,NULL,NULL);
INSERT INTO "action" VALUES(23,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','evening',NULL,NULL,NULL);
INSERT INTO "action" VALUES(24,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','carried',NULL,NULL,NULL);
INSERT INTO "action" VALUES(25,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','work through',NULL,NULL,NULL);
INSERT INTO "action" VALUES(26,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','think again',NULL,NULL,NULL);
INSERT INTO "action" VALUES(27,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','check',NULL,NULL,NULL);
INSERT INTO "action" VALUES(28,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','check anew',NULL,NULL,NULL);
INSERT INTO "action" VALUES(29,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','sting less',NULL,NULL,NULL);
INSERT INTO "action" VALUES(30,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','block',NULL,NULL,NULL);
INSERT INTO "action" VALUES(31,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','block held',NULL,NULL,NULL);
INSERT INTO "action" VALUES(32,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','tell a story',NULL,NULL,NULL);
INSERT INTO "action" VALUES(33,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','tell it better',NULL,NULL,NULL);
INSERT INTO "action" VALUES(34,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','check of a deal',NULL,NULL,NULL);
INSERT INTO "action" VALUES(35,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','answer',NULL,NULL,NULL);
INSERT INTO "action" VALUES(36,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','reasons',NULL,NULL,NULL);
INSERT INTO "action" VALUES(37,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','more reasons',NULL,NULL,NULL);
INSERT INTO "action" VALUES(38,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','request',NULL,NULL,NULL);
INSERT INTO "action" VALUES(39,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','granted',NULL,NULL,NULL);
INSERT INTO "action" VALUES(40,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','monday',NULL,NULL,NULL);
INSERT INTO "action" VALUES(41,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','other chance',NULL,NULL,NULL);
INSERT INTO "action" VALUES(42,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','contact',NULL,NULL,NULL);
INSERT INTO "action" VALUES(43,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','advocate',NULL,NULL,NULL);
INSERT INTO "action" VALUES(44,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','contract end',NULL,NULL,NULL);
INSERT INTO "action" VALUES(45,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','merge',NULL,NULL,NULL);
INSERT INTO "action" VALUES(46,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','another name',NULL,NULL,NULL);
INSERT INTO "action" VALUES(47,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','meeting',NULL,NULL,NULL);
INSERT INTO "action" VALUES(48,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','meeting again',NULL,NULL,NULL);
INSERT INTO "action" VALUES(49,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','skip',NULL,NULL,NULL);
INSERT INTO "action" VALUES(50,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','review',NULL,NULL,NULL);
INSERT INTO "action" VALUES(51,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','delete a setback',NULL,NULL,NULL);
INSERT INTO "action" VALUES(52,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','no block',NULL,NULL,NULL);
INSERT INTO "action" VALUES(53,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','no contact',NULL,NULL,NULL);
INSERT INTO "action" VALUES(54,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','no meeting',NULL,NULL,NULL);
INSERT INTO "action" VALUES(55,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'test','words',1,'2024-02-01T08:30:00.000000+00:00','test');
CREATE TABLE activity_day (day TEXT NOT NULL, kind TEXT NOT NULL, logged_day TEXT NOT NULL,
        total INTEGER NOT NULL, PRIMARY KEY (day, kind, logged_day)) STRICT, WITHOUT ROWID;
INSERT INTO "activity_day" VALUES('2024-02-01','call','2024-02-01',4);
INSERT INTO "activity_day" VALUES('2024-02-01','meeting','2024-02-01',1);
CREATE TABLE batch (id INTEGER PRIMARY KEY AUTOINCREMENT,
        action INTEGER NOT NULL REFERENCES action(id), format TEXT NOT NULL, files TEXT NOT NULL,
        utc TEXT NOT NULL, zone TEXT NOT NULL, offset INTEGER NOT NULL, added INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL DEFAULT 0,
        unchanged INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE call_block (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1, day TEXT NOT NULL CHECK (day IS date(day, '+0 days')), planned TEXT NOT NULL,
        minutes INTEGER, dread INTEGER CHECK (dread BETWEEN 0 AND 10), feared REAL CHECK (feared BETWEEN 0 AND 1),
        started TEXT NOT NULL DEFAULT '', calls INTEGER CHECK (calls >= 0),
        harsh_nos INTEGER CHECK (harsh_nos BETWEEN 0 AND calls)) STRICT;
INSERT INTO "call_block" VALUES(2,'018d63ca03409697e6c238c8e160a06c',1,'2024-02-01','09:00:00',50,6,0.2,'',NULL,NULL);
CREATE TABLE change (id INTEGER PRIMARY KEY AUTOINCREMENT,
        action INTEGER NOT NULL REFERENCES action(id), of TEXT NOT NULL,
        op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
        first_row INTEGER NOT NULL, last_row INTEGER NOT NULL, before TEXT,
        CHECK ((op = 'insert') = (before IS NULL))) STRICT;
INSERT INTO "change" VALUES(1,1,'deal','insert',1,2,NULL);
INSERT INTO "change" VALUES(2,1,'deal','update',1,1,'{"id": 1, "uid": "018d63ca034002bf8cd8cfbd9fa249bd", "rev": 1, "account": 1, "name": "Acme renewal", "amount": null, "currency": null, "stage": null, "outcome": "open", "opened": null, "stage1_on": null, "qualified_on": null, "expected_close": null, "closed": null, "pushes": 0, "category": null, "next_step": null}');
INSERT INTO "change" VALUES(3,1,'account','insert',1,2,NULL);
INSERT INTO "change" VALUES(4,1,'account','update',2,2,'{"id": 2, "name": "ACME Inc.", "folded": "acme inc.", "contract_end": null}');
INSERT INTO "change" VALUES(5,1,'entry','insert',1,3,NULL);
INSERT INTO "change" VALUES(6,1,'tag','insert',1,2,NULL);
INSERT INTO "change" VALUES(7,1,'setback','insert',2,2,NULL);
INSERT INTO "change" VALUES(8,1,'goal','insert',1,2,NULL);
INSERT INTO "change" VALUES(9,1,'goal_term','insert',1,2,NULL);
INSERT INTO "change" VALUES(10,1,'check_in','insert',1,1,NULL);
INSERT INTO "change" VALUES(11,1,'plan','insert',1,1,NULL);
INSERT INTO "change" VALUES(12,1,'plan_rate','insert',1,1,NULL);
INSERT INTO "change" VALUES(13,1,'setting','insert',1,1,NULL);
INSERT INTO "change" VALUES(14,1,'day_off','insert',1,1,NULL);
INSERT INTO "change" VALUES(15,1,'follow_up','insert',1,4,NULL);
INSERT INTO "change" VALUES(16,1,'day_page','insert',1,1,NULL);
INSERT INTO "change" VALUES(17,1,'intention','insert',1,2,NULL);
INSERT INTO "change" VALUES(18,1,'setback_thought','insert',2,2,NULL);
INSERT INTO "change" VALUES(19,1,'setback_check','insert',1,1,NULL);
INSERT INTO "change" VALUES(20,1,'call_block','insert',1,1,NULL);
INSERT INTO "change" VALUES(21,1,'review','insert',1,1,NULL);
INSERT INTO "change" VALUES(22,1,'meeting','insert',3,3,NULL);
INSERT INTO "change" VALUES(23,1,'deal_event','insert',1,1,NULL);
INSERT INTO "change" VALUES(24,1,'deal_story','insert',1,1,NULL);
INSERT INTO "change" VALUES(25,1,'deal_check','insert',1,1,NULL);
INSERT INTO "change" VALUES(26,1,'deal_answer','insert',1,1,NULL);
INSERT INTO "change" VALUES(27,1,'deal_reason','insert',1,2,NULL);
INSERT INTO "change" VALUES(28,1,'request','insert',1,1,NULL);
INSERT INTO "change" VALUES(29,1,'monday_forecast','insert',1,1,NULL);
INSERT INTO "change" VALUES(30,1,'contact','insert',1,2,NULL);
INSERT INTO "change" VALUES(31,1,'account_alias','insert',1,1,NULL);
INSERT INTO "change" VALUES(32,2,'account','insert',3,3,NULL);
INSERT INTO "change" VALUES(33,2,'entry','insert',4,4,NULL);
INSERT INTO "change" VALUES(34,2,'tag','insert',3,4,NULL);
INSERT INTO "change" VALUES(35,3,'entry','insert',5,5,NULL);
INSERT INTO "change" VALUES(36,4,'entry','insert',6,6,NULL);
INSERT INTO "change" VALUES(37,4,'setback','insert',6,6,NULL);
INSERT INTO "change" VALUES(38,5,'entry','update',1,1,'{"id": 1, "uid": "018d63ca034023fbd5448d8faf684c6d", "rev": 1, "form": "activity", "day": "2024-02-01", "time": "", "utc": "2024-02-01T08:30:00.000000+00:00", "zone": "Europe/Berlin", "offset": 60, "logged_day": "2024-02-01", "source": "test", "kind": "call", "count": 3, "minutes": null, "account": 1, "deal": null, "outcome": null, "text": ""}');
INSERT INTO "change" VALUES(39,5,'tag','delete',1,1,'{"id": 1, "entry": 1, "word": "first"}');
INSERT INTO "change" VALUES(40,6,'setback','insert',7,7,NULL);
INSERT INTO "change" VALUES(41,6,'setback','delete',7,7,'{"entry": 7, "type": "meeting cancelled", "sting": 4}');
INSERT INTO "change" VALUES(42,6,'entry','insert',7,7,NULL);
INSERT INTO "change" VALUES(43,6,'entry','delete',7,7,'{"id": 7, "uid": "018d63ca03402eee9d8a70a1281ee97a", "rev": 1, "form": "setback", "day": "2024-02-01", "time": "", "utc": "2024-02-01T08:30:00.000000+00:00", "zone": "Europe/Berlin", "offset": 60, "logged_day": "2024-02-01", "source": "test", "kind": "setback", "count": 1, "minutes": null, "account": null, "deal": null, "outcome": null, "text": "They cancelled the demo."}');
INSERT INTO "change" VALUES(44,7,'goal','insert',3,3,NULL);
INSERT INTO "change" VALUES(45,7,'goal_term','insert',3,3,NULL);
INSERT INTO "change" VALUES(46,8,'goal','update',1,1,'{"id": 1, "uid": "018d63ca0340d4474f7e48fde357e7b2", "rev": 1, "parent": null, "form": "milestone", "title": "Twenty calls", "measure": "call", "start": "2024-01-29", "baseline": 0, "at_most": 0, "currency": "EUR", "why": null, "evidence": null, "serves": null, "finished": null}');
INSERT INTO "change" VALUES(47,9,'goal','update',1,1,'{"id": 1, "uid": "018d63ca0340d4474f7e48fde357e7b2", "rev": 2, "parent": null, "form": "milestone", "title": "Other", "measure": "call", "start": "2024-01-29", "baseline": 0, "at_most": 0, "currency": "EUR", "why": null, "evidence": null, "serves": null, "finished": null}');
INSERT INTO "change" VALUES(48,9,'goal_term','insert',4,4,NULL);
INSERT INTO "change" VALUES(49,10,'check_in','insert',2,2,NULL);
INSERT INTO "change" VALUES(50,11,'check_in','update',1,1,'{"id": 1, "goal": 1, "day": "2024-01-31", "value": 4}');
INSERT INTO "change" VALUES(51,12,'plan','insert',2,2,NULL);
INSERT INTO "change" VALUES(52,12,'plan_rate','insert',2,2,NULL);
INSERT INTO "change" VALUES(53,13,'setting','insert',2,2,NULL);
INSERT INTO "change" VALUES(54,14,'setting','update',1,1,'{"id": 1, "key": "workdays", "from_day": "2024-02-01", "value": "tue"}');
INSERT INTO "change" VALUES(55,15,'day_off','insert',2,2,NULL);
INSERT INTO "change" VALUES(56,16,'purpose','insert',1,1,NULL);
INSERT INTO "change" VALUES(57,17,'account','insert',4,4,NULL);
INSERT INTO "change" VALUES(58,17,'deal','insert',3,3,NULL);
INSERT INTO "change" VALUES(59,18,'deal','update',1,1,'{"id": 1, "uid": "018d63ca034002bf8cd8cfbd9fa249bd", "rev": 2, "account": 1, "name": "Acme renewal", "amount": null, "currency": null, "stage": "Discovery", "outcome": "open", "opened": null, "stage1_on": null, "qualified_on": null, "expected_close": null, "closed": null, "pushes": 0, "category": null, "next_step": null}');
INSERT INTO "change" VALUES(60,18,'deal_event','insert',2,3,NULL);
INSERT INTO "change" VALUES(61,19,'follow_up','insert',5,5,NULL);
INSERT INTO "change" VALUES(62,20,'follow_up','update',1,1,'{"id": 1, "uid": "018d63ca03402d381dc1e9e25907014e", "rev": 1, "due": "2024-02-01", "what": "Call Acme", "account": 1, "deal": null, "kind": "task", "reason": null, "state": "due", "settled": null, "setback": null, "why": ""}');
INSERT INTO "change" VALUES(63,21,'follow_up','insert',6,6,NULL);
INSERT INTO "change" VALUES(64,22,'day_page','insert',2,2,NULL);
INSERT INTO "change" VALUES(65,22,'intention','insert',3,4,NULL);
INSERT INTO "change" VALUES(66,23,'day_page','update',1,1,'{"id": 1, "day": "2024-02-01", "rev": 1, "obstacle": "", "if_then": "", "good_thing": "", "my_part": "", "first_tomorrow": "", "overstated": "", "thanks": "", "offence": null, "done_utc": null, "done_zone": null, "done_offset": null}');
INSERT INTO "change" VALUES(67,23,'intention','update',1,1,'{"id": 1, "day": "2024-02-01", "slot": 1, "text": "a", "state": "open", "carried_from": null}');
INSERT INTO "change" VALUES(68,23,'intention','delete',2,2,'{"id": 2, "day": "2024-02-01", "slot": 2, "text": "b", "state": "open", "carried_from": null}');
INSERT INTO "change" VALUES(69,24,'day_page','update',1,1,'{"id": 1, "day": "2024-02-01", "rev": 2, "obstacle": "", "if_then": "", "good_thing": "", "my_part": "", "first_tomorrow": "", "overstated": "", "thanks": "Ada", "offence": null, "done_utc": "2024-02-01T08:30:00.000000+00:00", "done_zone": "Europe/Berlin", "done_offset": 60}');
INSERT INTO "change" VALUES(70,24,'intention','insert',5,5,NULL);
INSERT INTO "change" VALUES(71,25,'entry','insert',8,8,NULL);
INSERT INTO "change" VALUES(72,25,'setback','insert',8,8,NULL);
INSERT INTO "change" VALUES(73,25,'setback_thought','insert',8,8,NULL);
INSERT INTO "change" VALUES(74,26,'setback_thought','update',2,2,'{"setback": 2, "rev": 1, "belief": "My fault", "permanent": null, "pervasive": null, "personal": null, "mine": null, "theirs": null, "circumstance": null, "in_control": "", "evidence_against": "", "other_view": "", "if_then": ""}');
INSERT INTO "change" VALUES(75,27,'setback_check','insert',2,2,NULL);
INSERT INTO "change" VALUES(76,28,'setback_check','update',1,1,'{"id": 1, "setback": 2, "after": 7, "day": "2024-02-01", "sting": null, "learned": "", "differently": "", "stronger": null}');
INSERT INTO "change" VALUES(77,29,'entry','update',2,2,'{"id": 2, "uid": "018d63ca0340aeba123486e85dd98245", "rev": 1, "form": "setback", "day": "2024-02-01", "time": "", "utc": "2024-02-01T08:30:00.000000+00:00", "zone": "Europe/Berlin", "offset": 60, "logged_day": "2024-02-01", "source": "test", "kind": "setback", "count": 1, "minutes": null, "account": null, "deal": null, "outcome": null, "text": "They cancelled the demo."}');
INSERT INTO "change" VALUES(78,29,'tag','delete',2,2,'{"id": 2, "entry": 2, "word": "ouch"}');
INSERT INTO "change" VALUES(79,29,'setback','delete',2,2,'{"entry": 2, "type": "meeting cancelled", "sting": 4}');
INSERT INTO "change" VALUES(80,29,'setback','insert',2,2,NULL);
INSERT INTO "change" VALUES(81,29,'tag','insert',5,5,NULL);
INSERT INTO "change" VALUES(82,30,'call_block','insert',2,2,NULL);
INSERT INTO "change" VALUES(83,31,'call_block','update',1,1,'{"id": 1, "uid": "018d63ca0340f7873d3d91630a745712", "rev": 1, "day": "2024-02-01", "planned": "09:00:00", "minutes": 50, "dread": 6, "feared": 0.2, "started": "", "calls": null, "harsh_nos": null}');
INSERT INTO "change" VALUES(84,32,'deal','insert',4,4,NULL);
INSERT INTO "change" VALUES(85,32,'deal_story','insert',4,4,NULL);
INSERT INTO "change" VALUES(86,33,'deal_story','update',1,1,'{"deal": 1, "rev": 1, "changed": "New boss", "pain": "", "need": "", "give": "", "get": "", "stretches": "", "helper": "", "they_do": "", "winner": "", "more_categories": "", "missing": "", "could_have_known": "", "many_purchases": null, "long_use": null, "factors_evidence": "", "why_not_asked": ""}');
INSERT INTO "change" VALUES(87,34,'deal_check','insert',2,2,NULL);
INSERT INTO "change" VALUES(88,35,'deal_answer','insert',2,2,NULL);
INSERT INTO "change" VALUES(89,36,'deal_reason','update',1,1,'{"id": 1, "deal": 1, "tag": "price", "whose": "buyer", "taught": null}');
INSERT INTO "change" VALUES(90,36,'deal_reason','delete',2,2,'{"id": 2, "deal": 1, "tag": "timing", "whose": "buyer", "taught": null}');
INSERT INTO "change" VALUES(91,37,'deal_reason','insert',3,4,NULL);
INSERT INTO "change" VALUES(92,38,'request','insert',2,2,NULL);
INSERT INTO "change" VALUES(93,39,'request','update',1,1,'{"id": 1, "deal": 1, "ask": "final decision criteria", "state": "asked", "day": "2024-02-01", "note": ""}');
INSERT INTO "change" VALUES(94,40,'monday_forecast','insert',2,2,NULL);
INSERT INTO "change" VALUES(95,41,'monday_forecast','update',1,1,'{"id": 1, "deal": 1, "monday": "2024-01-29", "chance": 0.9, "close": "2024-02-08"}');
INSERT INTO "change" VALUES(96,42,'contact','insert',3,3,NULL);
INSERT INTO "change" VALUES(97,43,'contact','update',1,1,'{"id": 1, "rev": 1, "account": 1, "name": "Ada", "role": "", "advocate": 0}');
INSERT INTO "change" VALUES(98,44,'account','update',1,1,'{"id": 1, "name": "Acme", "folded": "acme", "contract_end": null}');
INSERT INTO "change" VALUES(99,45,'entry','update',3,3,'{"id": 3, "uid": "018d63ca0340408211e962870cc50275", "rev": 1, "form": "activity", "day": "2024-02-01", "time": "", "utc": "2024-02-01T08:30:00.000000+00:00", "zone": "Europe/Berlin", "offset": 60, "logged_day": "2024-02-01", "source": "test", "kind": "meeting", "count": 1, "minutes": null, "account": 2, "deal": 1, "outcome": null, "text": ""}');
INSERT INTO "change" VALUES(100,45,'deal','update',2,2,'{"id": 2, "uid": "018d63ca03402aedf8246fea86cd45bd", "rev": 1, "account": 2, "name": "Second", "amount": null, "currency": null, "stage": null, "outcome": "open", "opened": null, "stage1_on": null, "qualified_on": null, "expected_close": null, "closed": null, "pushes": 0, "category": null, "next_step": null}');
INSERT INTO "change" VALUES(101,45,'follow_up','update',4,4,'{"id": 4, "uid": "018d63ca0340df6af9e17340dc79b896", "rev": 1, "due": "2024-02-01", "what": "Send the offer", "account": 2, "deal": 1, "kind": "task", "reason": null, "state": "due", "settled": null, "setback": null, "why": ""}');
INSERT INTO "change" VALUES(102,45,'contact','update',2,2,'{"id": 2, "rev": 1, "account": 2, "name": "Bo", "role": "CFO", "advocate": 0}');
INSERT INTO "change" VALUES(103,45,'account_alias','update',1,1,'{"id": 1, "folded": "acme incorporated", "name": "acme incorporated", "account": 2}');
INSERT INTO "change" VALUES(104,45,'account','delete',2,2,'{"id": 2, "name": "ACME Inc.", "folded": "acme inc.", "contract_end": "2024-02-08"}');
INSERT INTO "change" VALUES(105,45,'account_alias','insert',2,2,NULL);
INSERT INTO "change" VALUES(106,46,'account_alias','insert',3,3,NULL);
INSERT INTO "change" VALUES(107,47,'entry','insert',9,9,NULL);
INSERT INTO "change" VALUES(108,47,'meeting','insert',9,9,NULL);
INSERT INTO "change" VALUES(109,48,'meeting','update',3,3,'{"activity": 3, "rev": 1, "talk_share": null, "questions": 2, "silent": "", "learned": "", "they_learned": ""}');
INSERT INTO "change" VALUES(110,49,'follow_up','update',2,2,'{"id": 2, "uid": "018d63ca03409e5da7e68728a61a4c27", "rev": 1, "due": "2024-02-01", "what": "Breathe", "account": 1, "deal": null, "kind": "task", "reason": null, "state": "due", "settled": null, "setback": 2, "why": ""}');
INSERT INTO "change" VALUES(111,50,'review','insert',2,2,NULL);
INSERT INTO "change" VALUES(112,51,'follow_up','update',2,2,'{"id": 2, "uid": "018d63ca03409e5da7e68728a61a4c27", "rev": 2, "due": "2024-02-01", "what": "Breathe", "account": 1, "deal": null, "kind": "task", "reason": null, "state": "skipped", "settled": null, "setback": 2, "why": "No reason"}');
INSERT INTO "change" VALUES(113,51,'follow_up','update',6,6,'{"id": 6, "uid": "018d63ca034094ef9a3ca14efcde202c", "rev": 1, "due": "2024-02-01", "what": "Ask why", "account": 1, "deal": null, "kind": "task", "reason": null, "state": "due", "settled": null, "setback": 2, "why": ""}');
INSERT INTO "change" VALUES(114,51,'setback_check','delete',1,1,'{"id": 1, "setback": 2, "after": 7, "day": "2024-02-08", "sting": 1, "learned": "Ask earlier", "differently": "", "stronger": null}');
INSERT INTO "change" VALUES(115,51,'setback_check','delete',2,2,'{"id": 2, "setback": 2, "after": 30, "day": "2024-02-01", "sting": null, "learned": "", "differently": "", "stronger": 1}');
INSERT INTO "change" VALUES(116,51,'setback_thought','delete',2,2,'{"setback": 2, "rev": 2, "belief": "My fault", "permanent": null, "pervasive": null, "personal": null, "mine": null, "theirs": null, "circumstance": null, "in_control": "", "evidence_against": "", "other_view": "They moved office", "if_then": ""}');
INSERT INTO "change" VALUES(117,51,'tag','delete',5,5,'{"id": 5, "entry": 2, "word": "ouch"}');
INSERT INTO "change" VALUES(118,51,'setback','delete',2,2,'{"entry": 2, "type": "meeting cancelled", "sting": 1}');
INSERT INTO "change" VALUES(119,51,'entry','delete',2,2,'{"id": 2, "uid": "018d63ca0340aeba123486e85dd98245", "rev": 2, "form": "setback", "day": "2024-02-01", "time": "", "utc": "2024-02-01T08:30:00.000000+00:00", "zone": "Europe/Berlin", "offset": 60, "logged_day": "2024-02-01", "source": "test", "kind": "setback", "count": 1, "minutes": null, "account": null, "deal": null, "outcome": null, "text": "They cancelled the demo."}');
INSERT INTO "change" VALUES(120,52,'call_block','delete',1,1,'{"id": 1, "uid": "018d63ca0340f7873d3d91630a745712", "rev": 2, "day": "2024-02-01", "planned": "09:00:00", "minutes": 50, "dread": 6, "feared": 0.2, "started": "09:03:00", "calls": 12, "harsh_nos": 1}');
INSERT INTO "change" VALUES(121,53,'contact','delete',1,1,'{"id": 1, "rev": 2, "account": 1, "name": "Ada", "role": "Buyer", "advocate": 1}');
INSERT INTO "change" VALUES(122,54,'meeting','delete',3,3,'{"activity": 3, "rev": 2, "talk_share": null, "questions": 2, "silent": "Bo", "learned": "", "they_learned": ""}');
INSERT INTO "change" VALUES(123,54,'entry','delete',3,3,'{"id": 3, "uid": "018d63ca0340408211e962870cc50275", "rev": 2, "form": "activity", "day": "2024-02-01", "time": "", "utc": "2024-02-01T08:30:00.000000+00:00", "zone": "Europe/Berlin", "offset": 60, "logged_day": "2024-02-01", "source": "test", "kind": "meeting", "count": 1, "minutes": null, "account": 1, "deal": 1, "outcome": null, "text": ""}');
INSERT INTO "change" VALUES(124,55,'entry','insert',10,10,NULL);
CREATE TABLE check_in (id INTEGER PRIMARY KEY AUTOINCREMENT,
        goal INTEGER NOT NULL REFERENCES goal(id), day TEXT NOT NULL CHECK (day IS date(day, '+0 days')), value INTEGER NOT NULL) STRICT;
INSERT INTO "check_in" VALUES(1,1,'2024-01-31',8);
INSERT INTO "check_in" VALUES(2,1,'2024-02-01',7);
CREATE TABLE contact (id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL DEFAULT 1, account INTEGER NOT NULL REFERENCES account(id),
        name TEXT NOT NULL, role TEXT NOT NULL DEFAULT '',
        advocate INTEGER NOT NULL DEFAULT 0 CHECK (advocate IN (0, 1))) STRICT;
INSERT INTO "contact" VALUES(2,2,1,'Bo','CFO',0);
INSERT INTO "contact" VALUES(3,1,1,'Dana','',0);
CREATE TABLE day_off (id INTEGER PRIMARY KEY AUTOINCREMENT,
        first TEXT NOT NULL CHECK (first IS date(first, '+0 days')), last TEXT NOT NULL CHECK (last IS date(last, '+0 days')), why TEXT, given_on TEXT CHECK (given_on IS date(given_on, '+0 days')),
        CHECK (first <= last)) STRICT;
INSERT INTO "day_off" VALUES(1,'2024-02-08','2024-02-08',NULL,NULL);
INSERT INTO "day_off" VALUES(2,'2024-02-01','2024-02-08','Skiing','2024-02-01');
CREATE TABLE day_page (id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL CHECK (day IS date(day, '+0 days')) UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
        obstacle TEXT NOT NULL DEFAULT '', if_then TEXT NOT NULL DEFAULT '', good_thing TEXT NOT NULL DEFAULT '', my_part TEXT NOT NULL DEFAULT '',
        first_tomorrow TEXT NOT NULL DEFAULT '', overstated TEXT NOT NULL DEFAULT '', thanks TEXT NOT NULL DEFAULT '', offence INTEGER CHECK (offence BETWEEN 0 AND 100),
        done_utc TEXT, done_zone TEXT, done_offset INTEGER) STRICT;
INSERT INTO "day_page" VALUES(1,'2024-02-01',3,'','','','','','','Ada',NULL,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60);
INSERT INTO "day_page" VALUES(2,'2024-02-08',1,'Mail','','','','','','',NULL,NULL,NULL,NULL);
CREATE TABLE deal (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
        account INTEGER REFERENCES account(id), name TEXT NOT NULL,
        amount INTEGER, currency TEXT, stage TEXT,
        outcome TEXT NOT NULL CHECK (outcome IN ('open', 'won', 'lost', 'no decision')),
        opened TEXT CHECK (opened IS date(opened, '+0 days')), stage1_on TEXT CHECK (stage1_on IS date(stage1_on, '+0 days')),
        qualified_on TEXT CHECK (qualified_on IS date(qualified_on, '+0 days')), expected_close TEXT CHECK (expected_close IS date(expected_close, '+0 days')),
        closed TEXT CHECK (closed IS date(closed, '+0 days')),
        pushes INTEGER NOT NULL DEFAULT 0, category TEXT, next_step TEXT,
        CHECK ((amount IS NULL) = (currency IS NULL))) STRICT;
INSERT INTO "deal" VALUES(1,'018d63ca034002bf8cd8cfbd9fa249bd',3,1,'Acme renewal',NULL,NULL,'Proposal','won',NULL,NULL,NULL,NULL,'2024-02-01',0,NULL,NULL);
INSERT INTO "deal" VALUES(2,'018d63ca03402aedf8246fea86cd45bd',2,1,'Second',NULL,NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO "deal" VALUES(3,'018d63ca03401cb344cec459c2f05fd7',1,4,'Other',NULL,NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO "deal" VALUES(4,'018d63ca03406872ee7c8f06c98cbf66',1,1,'New',NULL,NULL,NULL,'open',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
CREATE TABLE deal_answer (id INTEGER PRIMARY KEY AUTOINCREMENT, deal INTEGER NOT NULL REFERENCES deal(id), question TEXT NOT NULL, text TEXT NOT NULL,
        whose TEXT NOT NULL CHECK (whose IN ('rep', 'buyer')), asked_by TEXT NOT NULL DEFAULT '', day TEXT NOT NULL CHECK (day IS date(day, '+0 days'))) STRICT;
INSERT INTO "deal_answer" VALUES(1,1,'Why?','-','rep','','2024-02-01');
INSERT INTO "deal_answer" VALUES(2,1,'What made you decide that way?','Price','buyer','','2024-02-01');
CREATE TABLE deal_check (id INTEGER PRIMARY KEY AUTOINCREMENT, deal INTEGER NOT NULL REFERENCES deal(id), name TEXT NOT NULL
        CHECK (name IN ('budget', 'champion', 'visibility', 'threat', 'assumption')),
        holds INTEGER NOT NULL CHECK (holds IN (0, 1)), evidence TEXT NOT NULL DEFAULT '',
        day TEXT NOT NULL CHECK (day IS date(day, '+0 days'))) STRICT;
INSERT INTO "deal_check" VALUES(1,1,'budget',0,'','2024-02-01');
INSERT INTO "deal_check" VALUES(2,1,'budget',1,'An email','2024-02-08');
CREATE TABLE deal_event (id INTEGER PRIMARY KEY AUTOINCREMENT,
        deal INTEGER NOT NULL REFERENCES deal(id), day TEXT NOT NULL CHECK (day IS date(day, '+0 days')), utc TEXT NOT NULL, zone TEXT NOT NULL, offset INTEGER NOT NULL,
        what TEXT NOT NULL CHECK (what IN ('stage', 'push', 'outcome', 'reopen')),
        before TEXT, after TEXT) STRICT;
INSERT INTO "deal_event" VALUES(1,1,'2024-02-01','2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'stage',NULL,'Discovery');
INSERT INTO "deal_event" VALUES(2,1,'2024-02-01','2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'stage','Discovery','Proposal');
INSERT INTO "deal_event" VALUES(3,1,'2024-02-01','2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'outcome','open','won');
CREATE TABLE deal_reason (id INTEGER PRIMARY KEY AUTOINCREMENT, deal INTEGER NOT NULL REFERENCES deal(id), tag TEXT NOT NULL, whose TEXT NOT NULL CHECK (whose IN ('rep', 'buyer')),
        taught INTEGER CHECK (taught BETWEEN 0 AND 1)) STRICT;
INSERT INTO "deal_reason" VALUES(1,1,'references','buyer',1);
INSERT INTO "deal_reason" VALUES(3,1,'price','rep',NULL);
INSERT INTO "deal_reason" VALUES(4,1,'trust','rep',NULL);
CREATE TABLE deal_story (deal INTEGER PRIMARY KEY REFERENCES deal(id), rev INTEGER NOT NULL DEFAULT 1,
        changed TEXT NOT NULL DEFAULT '', pain TEXT NOT NULL DEFAULT '', need TEXT NOT NULL DEFAULT '', give TEXT NOT NULL DEFAULT '', get TEXT NOT NULL DEFAULT '', stretches TEXT NOT NULL DEFAULT '', helper TEXT NOT NULL DEFAULT '', they_do TEXT NOT NULL DEFAULT '',
        winner TEXT NOT NULL DEFAULT '', more_categories TEXT NOT NULL DEFAULT '', missing TEXT NOT NULL DEFAULT '', could_have_known TEXT NOT NULL DEFAULT '',
        many_purchases INTEGER CHECK (many_purchases BETWEEN 0 AND 1), long_use INTEGER CHECK (long_use BETWEEN 0 AND 1),
        factors_evidence TEXT NOT NULL DEFAULT '', why_not_asked TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "deal_story" VALUES(1,2,'New boss','','Speed','','','','','','','','','',NULL,0,'','');
INSERT INTO "deal_story" VALUES(4,1,'','Slow','','','','','','','','["timing"]','','',1,NULL,'','');
CREATE TABLE draft (id INTEGER PRIMARY KEY AUTOINCREMENT,
        form TEXT NOT NULL, row INTEGER NOT NULL DEFAULT 0, field TEXT NOT NULL,
        text TEXT NOT NULL, utc TEXT NOT NULL, UNIQUE (form, row, field)) STRICT;
INSERT INTO "draft" VALUES(1,'entry',0,'text','Half a ;','2024-02-01T08:30:00.000000+00:00');
CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
        form TEXT NOT NULL CHECK (form IN ('activity', 'note', 'setback')),
        day TEXT NOT NULL CHECK (day IS date(day, '+0 days')), time TEXT NOT NULL DEFAULT '', utc TEXT NOT NULL, zone TEXT NOT NULL, offset INTEGER NOT NULL, logged_day TEXT NOT NULL CHECK (logged_day IS date(logged_day, '+0 days')),
        source TEXT NOT NULL, kind TEXT NOT NULL,
        count INTEGER NOT NULL DEFAULT 1 CHECK (count >= 1), minutes INTEGER,
        account INTEGER REFERENCES account(id), deal INTEGER REFERENCES deal(id),
        outcome TEXT, text TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "entry" VALUES(1,'018d63ca034023fbd5448d8faf684c6d',2,'activity','2024-02-01','','2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'2024-02-01','test','call',3,NULL,1,NULL,NULL,'x');
INSERT INTO "entry" VALUES(4,'018d63ca034050792d5131066c0e3df3',1,'activity','2024-02-01','','2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'2024-02-01','test','call',1,NULL,3,NULL,NULL,'');
INSERT INTO "entry" VALUES(5,'018d63ca0340b56bf973ebedf3ec03dd',1,'note','2024-02-01','','2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'2024-02-01','test','note',1,NULL,NULL,NULL,NULL,'They are hiring.');
INSERT INTO "entry" VALUES(6,'018d63ca03404429ba32a29884c68989',1,'setback','2024-02-01','','2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'2024-02-01','test','setback',1,NULL,NULL,NULL,NULL,'They cancelled the demo.');
INSERT INTO "entry" VALUES(8,'018d63ca03409432c9b9a214e097647e',1,'setback','2024-02-01','','2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'2024-02-01','test','setback',1,NULL,NULL,NULL,NULL,'They cancelled the demo.');
INSERT INTO "entry" VALUES(9,'018d63ca034065a7d12b681037e389c8',1,'activity','2024-02-01','','2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60,'2024-02-01','test','meeting',1,NULL,NULL,NULL,NULL,'');
CREATE TABLE follow_up (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
        due TEXT CHECK (due IS date(due, '+0 days')), what TEXT NOT NULL, account INTEGER REFERENCES account(id),
        deal INTEGER REFERENCES deal(id), kind TEXT NOT NULL, reason TEXT,
        state TEXT NOT NULL CHECK (state IN ('due', 'done', 'moved', 'skipped', 'closed')),
        settled TEXT CHECK (settled IS date(settled, '+0 days')), setback INTEGER REFERENCES entry(id), why TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "follow_up" VALUES(1,'018d63ca03402d381dc1e9e25907014e',2,'2024-02-01','Call Acme',1,NULL,'task',NULL,'done','2024-02-01',NULL,'');
INSERT INTO "follow_up" VALUES(2,'018d63ca03409e5da7e68728a61a4c27',3,'2024-02-01','Breathe',1,NULL,'task',NULL,'skipped',NULL,NULL,'No reason');
INSERT INTO "follow_up" VALUES(3,'018d63ca03400aa40e6c001669a73616',1,'2024-02-01','Has anything changed?',1,1,'revival',NULL,'due',NULL,NULL,'');
INSERT INTO "follow_up" VALUES(4,'018d63ca0340df6af9e17340dc79b896',2,'2024-02-01','Send the offer',1,1,'task',NULL,'due',NULL,NULL,'');
INSERT INTO "follow_up" VALUES(5,'018d63ca034023e87661cda7c0718fa8',1,'2024-02-01','Mail',1,NULL,'task',NULL,'due',NULL,NULL,'');
INSERT INTO "follow_up" VALUES(6,'018d63ca034094ef9a3ca14efcde202c',2,'2024-02-01','Ask why',1,NULL,'task',NULL,'due',NULL,NULL,'');
CREATE TABLE goal (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
        parent INTEGER REFERENCES goal(id), form TEXT NOT NULL CHECK (form IN ('goal', 'milestone')),
        title TEXT NOT NULL, measure TEXT NOT NULL, start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
        baseline INTEGER NOT NULL, at_most INTEGER NOT NULL CHECK (at_most IN (0, 1)),
        currency TEXT NOT NULL, why TEXT, evidence TEXT, serves TEXT,
        finished TEXT CHECK (finished IS date(finished, '+0 days'))) STRICT;
INSERT INTO "goal" VALUES(1,'018d63ca0340d4474f7e48fde357e7b2',3,NULL,'milestone','Other','call','2024-01-29',0,0,'EUR',NULL,NULL,NULL,NULL);
INSERT INTO "goal" VALUES(2,'018d63ca034010937a52967ead7cbe4e',1,1,'milestone','Part','call','2024-01-29',0,0,'EUR',NULL,NULL,NULL,NULL);
INSERT INTO "goal" VALUES(3,'018d63ca0340102b522c508c0af0f64d',1,NULL,'milestone','Twenty calls','call','2024-01-29',0,0,'EUR',NULL,NULL,NULL,NULL);
CREATE TABLE goal_term (id INTEGER PRIMARY KEY AUTOINCREMENT,
        goal INTEGER NOT NULL REFERENCES goal(id), target INTEGER, due TEXT CHECK (due IS date(due, '+0 days')),
        decided TEXT NOT NULL CHECK (decided IS date(decided, '+0 days')), effective TEXT NOT NULL CHECK (effective IS date(effective, '+0 days')), why TEXT) STRICT;
INSERT INTO "goal_term" VALUES(1,1,20,'2024-02-09','2024-01-29','2024-01-29',NULL);
INSERT INTO "goal_term" VALUES(2,2,20,'2024-02-09','2024-01-29','2024-01-29',NULL);
INSERT INTO "goal_term" VALUES(3,3,20,'2024-02-09','2024-01-29','2024-01-29',NULL);
INSERT INTO "goal_term" VALUES(4,1,30,'2024-02-08','2024-02-01','2024-02-08','Ill');
CREATE TABLE holiday (country TEXT NOT NULL, day TEXT NOT NULL CHECK (day IS date(day, '+0 days')), name TEXT NOT NULL,
        PRIMARY KEY (country, day)) STRICT, WITHOUT ROWID;
INSERT INTO "holiday" VALUES('DE','2024-05-01','Labour Day');
CREATE TABLE intention (id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL REFERENCES day_page(day),
        slot INTEGER NOT NULL CHECK (slot >= 1), text TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'done', 'carried')),
        carried_from TEXT CHECK (carried_from IS date(carried_from, '+0 days')), UNIQUE (day, slot)) STRICT;
INSERT INTO "intention" VALUES(1,'2024-02-01',1,'Call Acme','done',NULL);
INSERT INTO "intention" VALUES(3,'2024-02-08',1,'Call Acme','open',NULL);
INSERT INTO "intention" VALUES(4,'2024-02-08',2,'Rest','open',NULL);
INSERT INTO "intention" VALUES(5,'2024-02-01',2,'New','open','2024-02-01');
CREATE TABLE meeting (activity INTEGER PRIMARY KEY REFERENCES entry(id), rev INTEGER NOT NULL DEFAULT 1,
        talk_share INTEGER CHECK (talk_share BETWEEN 0 AND 100), questions INTEGER CHECK (questions >= 0),
        silent TEXT NOT NULL DEFAULT '', learned TEXT NOT NULL DEFAULT '', they_learned TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "meeting" VALUES(9,1,40,9,'','Budget','');
CREATE TABLE monday_forecast (id INTEGER PRIMARY KEY AUTOINCREMENT, deal INTEGER NOT NULL REFERENCES deal(id), monday TEXT NOT NULL CHECK (monday IS date(monday, '+0 days')),
        chance REAL NOT NULL CHECK (chance BETWEEN 0 AND 1), close TEXT CHECK (close IS date(close, '+0 days')),
        UNIQUE (deal, monday)) STRICT;
INSERT INTO "monday_forecast" VALUES(1,1,'2024-01-29',0.1,NULL);
INSERT INTO "monday_forecast" VALUES(2,1,'2024-02-05',0.4,'2024-02-08');
CREATE TABLE page_shown (page TEXT NOT NULL, day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
        PRIMARY KEY (page, day)) STRICT, WITHOUT ROWID;
INSERT INTO "page_shown" VALUES('morning','2024-02-01');
CREATE TABLE plan (id INTEGER PRIMARY KEY AUTOINCREMENT,
        goal INTEGER NOT NULL REFERENCES goal(id), target INTEGER, currency TEXT NOT NULL,
        start TEXT NOT NULL CHECK (start IS date(start, '+0 days')), due TEXT NOT NULL CHECK (due IS date(due, '+0 days')), deal_size INTEGER,
        utc TEXT, zone TEXT, offset INTEGER, saved_day TEXT CHECK (saved_day IS date(saved_day, '+0 days')), booked INTEGER, open_expected INTEGER, average INTEGER) STRICT;
INSERT INTO "plan" VALUES(1,1,5,'EUR','2024-02-01','2024-02-08',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "plan" VALUES(2,1,9,'EUR','2024-02-01','2024-02-08',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE plan_rate (id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan INTEGER NOT NULL REFERENCES plan(id), level TEXT NOT NULL,
        rate REAL, lag INTEGER, daily REAL, used REAL, used_lag INTEGER) STRICT;
INSERT INTO "plan_rate" VALUES(1,1,'stage1',NULL,9,NULL,NULL,NULL);
INSERT INTO "plan_rate" VALUES(2,2,'stage1',0.1,NULL,NULL,NULL,NULL);
CREATE TABLE provenance (id INTEGER PRIMARY KEY AUTOINCREMENT,
        system TEXT NOT NULL, object TEXT NOT NULL, external_id TEXT NOT NULL,
        row INTEGER NOT NULL, batch INTEGER NOT NULL REFERENCES batch(id),
        seen TEXT NOT NULL, unknown TEXT NOT NULL,
        UNIQUE (object, system, external_id)) STRICT;
CREATE TABLE purpose (id INTEGER PRIMARY KEY AUTOINCREMENT, from_day TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')), text TEXT NOT NULL) STRICT;
INSERT INTO "purpose" VALUES(1,'2024-02-01','A garden');
CREATE TABLE request (id INTEGER PRIMARY KEY AUTOINCREMENT, deal INTEGER NOT NULL REFERENCES deal(id), ask TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'refused')),
        day TEXT NOT NULL CHECK (day IS date(day, '+0 days')), note TEXT NOT NULL DEFAULT '', UNIQUE (deal, ask)) STRICT;
INSERT INTO "request" VALUES(1,1,'final decision criteria','granted','2024-02-08','By mail');
INSERT INTO "request" VALUES(2,1,'access to the people who decided','asked','2024-02-01','');
CREATE TABLE review (id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL DEFAULT 1,
        period TEXT NOT NULL CHECK (period IN ('week', 'month')),
        first TEXT NOT NULL CHECK (first IS date(first, '+0 days')), last TEXT NOT NULL CHECK (last IS date(last, '+0 days')), lever TEXT NOT NULL DEFAULT '', if_then TEXT NOT NULL DEFAULT '', sentence TEXT NOT NULL DEFAULT '',
        plan INTEGER REFERENCES plan(id), next_on TEXT CHECK (next_on IS date(next_on, '+0 days')), utc TEXT NOT NULL, zone TEXT NOT NULL, offset INTEGER NOT NULL,
        CHECK (first <= last)) STRICT;
INSERT INTO "review" VALUES(1,1,'week','2024-02-01','2024-02-01','','','',1,NULL,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60);
INSERT INTO "review" VALUES(2,1,'month','2024-02-01','2024-02-08','reach-outs','','',1,NULL,'2024-02-01T08:30:00.000000+00:00','Europe/Berlin',60);
CREATE TABLE setback (entry INTEGER PRIMARY KEY REFERENCES entry(id),
        type TEXT NOT NULL, sting INTEGER CHECK (sting BETWEEN 0 AND 10)) STRICT;
INSERT INTO "setback" VALUES(6,'meeting cancelled',4);
INSERT INTO "setback" VALUES(8,'meeting cancelled',4);
CREATE TABLE setback_check (id INTEGER PRIMARY KEY AUTOINCREMENT, setback INTEGER NOT NULL REFERENCES entry(id),
        after INTEGER NOT NULL CHECK (after > 0), day TEXT NOT NULL CHECK (day IS date(day, '+0 days')), sting INTEGER CHECK (sting BETWEEN 0 AND 10),
        learned TEXT NOT NULL DEFAULT '', differently TEXT NOT NULL DEFAULT '', stronger INTEGER CHECK (stronger IN (0, 1)),
        UNIQUE (setback, after)) STRICT;
CREATE TABLE setback_thought (setback INTEGER PRIMARY KEY REFERENCES entry(id), rev INTEGER NOT NULL DEFAULT 1,
        belief TEXT NOT NULL DEFAULT '', permanent INTEGER CHECK (permanent BETWEEN 0 AND 10), pervasive INTEGER CHECK (pervasive BETWEEN 0 AND 10), personal INTEGER CHECK (personal BETWEEN 0 AND 10),
        mine INTEGER CHECK (mine BETWEEN 0 AND 100), theirs INTEGER CHECK (theirs BETWEEN 0 AND 100), circumstance INTEGER CHECK (circumstance BETWEEN 0 AND 100),
        in_control TEXT NOT NULL DEFAULT '', evidence_against TEXT NOT NULL DEFAULT '', other_view TEXT NOT NULL DEFAULT '', if_then TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "setback_thought" VALUES(8,1,'My fault',NULL,NULL,NULL,20,80,NULL,'','','','');
CREATE TABLE setting (id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL, from_day TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')), value TEXT NOT NULL, UNIQUE (key, from_day)) STRICT;
INSERT INTO "setting" VALUES(1,'workdays','2024-02-01','mon');
INSERT INTO "setting" VALUES(2,'floor','2024-02-01','2');
CREATE TABLE tag (id INTEGER PRIMARY KEY AUTOINCREMENT,
        entry INTEGER NOT NULL REFERENCES entry(id), word TEXT NOT NULL) STRICT;
INSERT INTO "tag" VALUES(3,4,'a');
INSERT INTO "tag" VALUES(4,4,'b');
CREATE TABLE undone_row (id INTEGER PRIMARY KEY AUTOINCREMENT,
        change INTEGER NOT NULL REFERENCES change(id), row INTEGER NOT NULL,
        image TEXT NOT NULL) STRICT;
INSERT INTO "undone_row" VALUES(1,124,10,'{"id": 10, "uid": "018d63ca0340a5feab940aae626567eb", "rev": 1, "form": "note", "day": "2024-02-01", "time": "", "utc": "2024-02-01T08:30:00.000000+00:00", "zone": "Europe/Berlin", "offset": 60, "logged_day": "2024-02-01", "source": "test", "kind": "note", "count": 1, "minutes": null, "account": null, "deal": null, "outcome": null, "text": "It’s “odd”: [/] ; \n 東京 ünï"}');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX entry_by_day ON entry (day, time, id);
CREATE INDEX entry_by_kind ON entry (kind, day, time, id);
CREATE INDEX entry_by_account ON entry (account, kind, day) WHERE account IS NOT NULL;
CREATE INDEX entry_by_deal ON entry (deal, day) WHERE deal IS NOT NULL;
CREATE INDEX entry_outcome ON entry (day, kind, outcome, count) WHERE outcome IS NOT NULL;
CREATE INDEX tag_by_entry ON tag (entry, id, word);
CREATE INDEX deal_by_outcome ON deal (outcome, id);
CREATE INDEX deal_by_closed ON deal (closed, id) WHERE outcome <> 'open';
CREATE INDEX deal_won ON deal (closed, currency, amount) WHERE outcome = 'won';
CREATE INDEX deal_by_stage1 ON deal (stage1_on) WHERE stage1_on IS NOT NULL;
CREATE INDEX deal_by_qualified ON deal (qualified_on) WHERE qualified_on IS NOT NULL;
CREATE INDEX deal_by_account ON deal (account);
CREATE INDEX deal_event_by_deal ON deal_event (deal, id);
CREATE INDEX follow_up_due ON follow_up (due, id) WHERE state = 'due';
CREATE INDEX follow_up_by_account ON follow_up (account);
CREATE INDEX follow_up_by_deal ON follow_up (deal);
CREATE INDEX goal_by_parent ON goal (parent);
CREATE INDEX goal_term_by_goal ON goal_term (goal, id);
CREATE INDEX check_in_by_day ON check_in (goal, day, id);
CREATE INDEX plan_by_goal ON plan (goal);
CREATE INDEX plan_rate_by_plan ON plan_rate (plan, id);
CREATE INDEX action_live ON action (id) WHERE undone IS NULL;
CREATE INDEX action_undone ON action (undone) WHERE undone IS NOT NULL;
CREATE INDEX change_by_action ON change (action, id);
CREATE INDEX undone_row_by_change ON undone_row (change, id);
CREATE INDEX batch_by_action ON batch (action);
CREATE INDEX provenance_by_batch ON provenance (batch);
CREATE INDEX follow_up_by_setback ON follow_up (setback, id) WHERE setback IS NOT NULL;
CREATE INDEX setback_by_day ON entry (day, id) WHERE form = 'setback';
CREATE INDEX entry_step ON entry (utc, id)
        WHERE form <> 'setback' AND source <> 'import';
CREATE INDEX setback_check_stronger ON setback_check (day, id) WHERE stronger = 1;
CREATE INDEX call_block_by_day ON call_block (day, planned, id);
CREATE INDEX review_by_day ON review (last, id);
CREATE INDEX review_by_period ON review (period, last, id);
CREATE INDEX review_by_plan ON review (plan) WHERE plan IS NOT NULL;
CREATE INDEX tag_by_word ON tag (word, entry);
CREATE INDEX deal_check_last ON deal_check (deal, name, id);
CREATE INDEX deal_answer_by_deal ON deal_answer (deal, id);
CREATE INDEX deal_answer_to ON deal_answer (deal, question) WHERE whose = 'buyer';
CREATE INDEX deal_reason_by_deal ON deal_reason (deal, whose, id);
CREATE INDEX deal_event_by_day ON deal_event (day, id);
CREATE INDEX deal_open_at ON deal (account, id) WHERE outcome = 'open';
CREATE INDEX deal_ended_at ON deal (account, closed, id) WHERE outcome <> 'open';
CREATE INDEX contact_by_account ON contact (account, id);
CREATE INDEX account_alias_by_account ON account_alias (account);
CREATE INDEX entry_at_account ON entry (account, day, id) WHERE account IS NOT NULL;
CREATE INDEX follow_up_at_account ON follow_up (account, due, id) WHERE state = 'due';
CREATE TRIGGER rollup_added AFTER INSERT ON entry WHEN new.form = 'activity' BEGIN
  INSERT INTO activity_day VALUES (new.day, new.kind, new.logged_day, new.count)
    ON CONFLICT DO UPDATE SET total = total + excluded.total;
END;
CREATE TRIGGER rollup_taken AFTER DELETE ON entry WHEN old.form = 'activity' BEGIN
  UPDATE activity_day SET total = total - old.count
    WHERE day = old.day AND kind = old.kind AND logged_day = old.logged_day;
  DELETE FROM activity_day WHERE day = old.day AND kind = old.kind
    AND logged_day = old.logged_day AND total = 0;
END;
CREATE TRIGGER rollup_changed AFTER UPDATE OF day, kind, logged_day, count ON entry
WHEN new.form = 'activity' BEGIN
  UPDATE activity_day SET total = total - old.count
    WHERE day = old.day AND kind = old.kind AND logged_day = old.logged_day;
  DELETE FROM activity_day WHERE day = old.day AND kind = old.kind
    AND logged_day = old.logged_day AND total = 0;
  INSERT INTO activity_day VALUES (new.day, new.kind, new.logged_day, new.count)
    ON CONFLICT DO UPDATE SET total = total + excluded.total;
END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('account',4);
INSERT INTO "sqlite_sequence" VALUES('entry',10);
INSERT INTO "sqlite_sequence" VALUES('tag',5);
INSERT INTO "sqlite_sequence" VALUES('goal',3);
INSERT INTO "sqlite_sequence" VALUES('goal_term',4);
INSERT INTO "sqlite_sequence" VALUES('check_in',2);
INSERT INTO "sqlite_sequence" VALUES('plan',2);
INSERT INTO "sqlite_sequence" VALUES('plan_rate',2);
INSERT INTO "sqlite_sequence" VALUES('setting',2);
INSERT INTO "sqlite_sequence" VALUES('day_off',2);
INSERT INTO "sqlite_sequence" VALUES('deal',4);
INSERT INTO "sqlite_sequence" VALUES('follow_up',6);
INSERT INTO "sqlite_sequence" VALUES('day_page',2);
INSERT INTO "sqlite_sequence" VALUES('intention',5);
INSERT INTO "sqlite_sequence" VALUES('setback_check',2);
INSERT INTO "sqlite_sequence" VALUES('call_block',2);
INSERT INTO "sqlite_sequence" VALUES('review',2);
INSERT INTO "sqlite_sequence" VALUES('action',55);
INSERT INTO "sqlite_sequence" VALUES('change',124);
INSERT INTO "sqlite_sequence" VALUES('deal_event',3);
INSERT INTO "sqlite_sequence" VALUES('deal_check',2);
INSERT INTO "sqlite_sequence" VALUES('deal_answer',2);
INSERT INTO "sqlite_sequence" VALUES('deal_reason',4);
INSERT INTO "sqlite_sequence" VALUES('request',2);
INSERT INTO "sqlite_sequence" VALUES('monday_forecast',2);
INSERT INTO "sqlite_sequence" VALUES('contact',3);
INSERT INTO "sqlite_sequence" VALUES('account_alias',3);
INSERT INTO "sqlite_sequence" VALUES('purpose',1);
INSERT INTO "sqlite_sequence" VALUES('undone_row',1);
INSERT INTO "sqlite_sequence" VALUES('draft',1);
COMMIT;
