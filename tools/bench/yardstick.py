"""Runs pbpstats over one game from a file, as its documentation does: enhanced play-by-play, the event_stats summed."""
import json
import sys
import time

from pbpstats.client import Client


def run(folder, game_id):
    started = time.process_time()
    settings = {"dir": folder, "EnhancedPbp": {"source": "file", "data_provider": "live"}}
    total = 0.0
    for event in Client(settings).Game(game_id).enhanced_pbp.items:
        for stat in event.event_stats:
            total += stat["stat_value"]
    return {"seconds": time.process_time() - started, "total": total}


print(json.dumps([run(sys.argv[1], sys.argv[2]) for _ in range(int(sys.argv[3]))]))
