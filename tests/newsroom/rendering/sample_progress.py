"""Invented campaigns in progress: targets in every state, milestones in every state."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from newsroom.planning.views.campaigns import (
    CampaignRun,
    FigureView,
    MilestoneState,
    MilestoneView,
    TargetState,
    TargetView,
)
from newsroom.planning.views.shared import State
from tests.newsroom.rendering.sample_parts import link


def figure(month: int, value: str) -> FigureView:
    """A figure at the end of a month of 2026."""
    return FigureView(date=date(2026, month, 28), value=Decimal(value), source=link("88/BC-MAU"))


def target(state: TargetState, label: str, value: str = "", unit: str = "%") -> TargetView:
    """A target of 98 (of 60 for what is not a rate), with one figure or none."""
    goal = Decimal(98 if unit == "%" else 60)
    latest = figure(10, value) if value else None
    most = max(goal, latest.value) if latest and unit != "%" else Decimal(100)
    return TargetView(
        label=label,
        unit=unit,
        goal=goal,
        baseline=Decimal("91.2"),
        due=date(2026, 12, 31),
        late=state == "below",
        source=link("45/QĐ-MAU"),
        figures=(figure(6, "31.5"), latest) if latest else (),
        latest=latest,
        state=state,
        gap=goal - latest.value if latest else None,
        share=(latest.value * 100 / goal).quantize(Decimal(1)) if latest else None,
        value_at=(latest.value * 100 / most).quantize(Decimal("0.1")) if latest else Decimal(0),
        goal_at=(goal * 100 / most).quantize(Decimal("0.1")),
    )


def targets() -> tuple[TargetView, ...]:
    """One target in each state."""
    return (
        target("below", "Hồ sơ trả đúng hẹn (mẫu)", "96.4"),
        target("over", "Bộ phận một cửa cấp xã số hóa hồ sơ (mẫu)", "66", "nơi"),
        target("reached", "Dịch vụ công trực tuyến có phát sinh hồ sơ (mẫu)", "98"),
        target("none", "Người dân đánh giá hài lòng (mẫu)"),
    )


def milestones() -> tuple[MilestoneView, ...]:
    """Five milestones, one at least in each state."""
    rows: tuple[tuple[str, str, MilestoneState, str], ...] = (
        ("launch", "2026-01-15", "done", "0"),
        ("pledge", "2026-02-28", "done", "12.1"),
        ("inspection", "2026-09-30", "missed", "70.7"),
        ("voting", "2026-12-04", "next", "88.5"),
        ("commendation", "2027-01-15", "later", "100"),
    )
    return tuple(
        MilestoneView(
            kind=kind,
            date=date.fromisoformat(day),
            state=state,
            position=Decimal(position),
            title="Kiểm tra chéo giữa các đơn vị (mẫu)" if kind == "inspection" else "",
            event=link("Lễ phát động (mẫu)") if state == "done" else None,
            articles=(link("Tin lễ phát động (mẫu)"),) if state == "done" else (),
        )
        for kind, day, state, position in rows
    )


def run(state: State = "ongoing", which: int = 0, depth: int = 0) -> CampaignRun:
    """A campaign in a list, with one of the targets."""
    return CampaignRun(
        href=f"/phong-trao/mau-{which}/",
        name="“Đúng hẹn với dân” năm 2026 (mẫu)",
        state=state,
        start=date(2026, 1, 15),
        end=date(2026, 12, 31),
        launched_by="Ủy ban nhân dân tỉnh (mẫu)",
        target=targets()[which % 4],
        next_milestone=milestones()[3],
        depth=depth,
    )
