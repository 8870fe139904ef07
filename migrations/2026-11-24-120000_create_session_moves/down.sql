DROP TABLE session_move;
