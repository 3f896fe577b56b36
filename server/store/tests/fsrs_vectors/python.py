"""Writes python.json: what the reference implementation in Python makes of invented histories of reviews.

    python3 -m venv venv && venv/bin/pip install fsrs==6.3.2
    venv/bin/python python.py > python.json

A review is [days since the one before, rating, stability, difficulty, interval in days]; 1 is Again, 3 is Good.
Learning steps of minutes are turned off, as is the random fuzz: we count in days.
"""

import json
import random
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

HISTORIES = 60
REVIEWS = 12
# Nobody is remembered for much longer.
LONGEST_ELAPSED = 400

scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
draw = random.Random(2026)


def history():
    now = datetime(2026, 11, 21, tzinfo=timezone.utc)
    card, reviews, interval = Card(due=now), [], 0
    for number in range(REVIEWS):
        # On the day, or up to three times too late; now and then the same day again.
        elapsed = 0 if number == 0 or draw.random() < 0.1 else min(round(interval * draw.uniform(1, 3)), LONGEST_ELAPSED)
        rating = Rating.Good if draw.random() < 0.7 else Rating.Again
        now += timedelta(days=elapsed)
        card, _ = scheduler.review_card(card, rating, now)
        interval = (card.due - now).days
        reviews.append([elapsed, int(rating), card.stability, card.difficulty, interval])
    return reviews


histories = [history() for _ in range(HISTORIES)]
print("[\n" + ",\n".join(json.dumps(reviews) for reviews in histories) + "\n]")
